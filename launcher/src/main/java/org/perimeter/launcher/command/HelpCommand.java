// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Shows the help of any command, however deep: the same as its {@code --help}. */
@Command(
        name = "help",
        description = "Shows the help of a command; without one the list of commands.",
        footer = "  ./perimeter help rulebook sign")
public final class HelpCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "and its subcommand, if it has any")
    private List<String> path = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> asked = new ArrayList<>(path);
        asked.add("--help");
        return Objects.requireNonNull(spec)
                .root()
                .commandLine()
                .execute(asked.toArray(String[]::new));
    }
}
