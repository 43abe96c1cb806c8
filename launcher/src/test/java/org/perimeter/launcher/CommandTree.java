// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import picocli.CommandLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** All commands of the launcher, as a person words them. */
final class CommandTree {

    private CommandTree() {}

    /** Every command and subcommand, the root as no word at all. */
    static List<List<String>> all() {
        List<List<String>> paths = new ArrayList<>();
        walk(Perimeter.commandLine(), List.of(), paths);
        return paths;
    }

    /** Those whose help and options belong to a program of another module. */
    static List<List<String>> forwarded() {
        return all().stream().filter(CommandTree::isForwarded).toList();
    }

    static boolean isForwarded(List<String> path) {
        return !at(path).getCommandSpec().unmatchedArgsBindings().isEmpty();
    }

    /** The command of these words. */
    static CommandLine at(List<String> path) {
        CommandLine line = Perimeter.commandLine();
        for (String word : path) {
            line = Objects.requireNonNull(line.getSubcommands().get(word), word);
        }
        return line;
    }

    private static void walk(CommandLine line, List<String> path, List<List<String>> into) {
        into.add(path);
        line.getSubcommands()
                .forEach(
                        (name, below) -> {
                            List<String> longer = new ArrayList<>(path);
                            longer.add(name);
                            walk(below, List.copyOf(longer), into);
                        });
    }
}
