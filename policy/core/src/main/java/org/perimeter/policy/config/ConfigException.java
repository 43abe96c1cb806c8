// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.config;

import org.perimeter.policy.yaml.YamlProblem;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Stops the start of a process whose configuration is broken; names every problem by YAML path. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<YamlProblem> problems;

    /**
     * @param file the configuration file
     * @param problems everything that is wrong, at least one
     */
    public ConfigException(Path file, List<YamlProblem> problems) {
        super(
                problems.stream()
                        .map(YamlProblem::toString)
                        .collect(Collectors.joining("; ", file + ": ", "")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, at least one. */
    public List<YamlProblem> problems() {
        return problems;
    }
}
