// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.process.Foreground;
import org.perimeter.launcher.process.Program;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * A command that a program of another module carries out. It takes whatever comes, {@code --help}
 * too: the program knows its options and prints its own help.
 */
@Command
final class Forwarded implements Callable<Integer> {

    private final Function<List<String>, Program> program;

    @Unmatched private List<String> arguments = new ArrayList<>();

    private Forwarded(Function<List<String>, Program> program) {
        this.program = program;
    }

    /**
     * The command.
     *
     * @param description for the list of commands
     * @param program that runs with the given arguments
     */
    static CommandLine line(
            String name, String description, Function<List<String>, Program> program) {
        CommandLine line = new CommandLine(new Forwarded(program));
        line.getCommandSpec().name(name).usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() {
        return Foreground.run(program.apply(arguments));
    }
}
