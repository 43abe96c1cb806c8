// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.jspecify.annotations.Nullable;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.Objects;

/** Prints the script by which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Prints a script by which bash or zsh completes commands and options.",
        footer = "  source <(./perimeter completion)")
public final class CompletionCommand implements Runnable {

    private static final String SCRIPT = "perimeter";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.getOut().print(AutoComplete.bash(SCRIPT, line.getCommandSpec().root().commandLine()));
        line.getOut().flush();
    }
}
