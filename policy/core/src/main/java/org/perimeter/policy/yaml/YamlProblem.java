// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.yaml;

/**
 * One thing that is wrong with a rulebook or a configuration.
 *
 * @param path YAML path such as {@code rules[3].value}; empty for the whole file; {@code
 *     SIGNATURES} for a rulebook's signatures
 * @param message one sentence for the person who wrote it, with the line when it is known
 */
public record YamlProblem(String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
