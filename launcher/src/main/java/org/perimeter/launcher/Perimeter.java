// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.command.AnalyzeCommand;
import org.perimeter.launcher.command.BenchCommand;
import org.perimeter.launcher.command.ChaosCommand;
import org.perimeter.launcher.command.CompletionCommand;
import org.perimeter.launcher.command.DemoCommand;
import org.perimeter.launcher.command.GeoCommand;
import org.perimeter.launcher.command.HelpCommand;
import org.perimeter.launcher.command.KeysCommand;
import org.perimeter.launcher.command.LeakScanCommand;
import org.perimeter.launcher.command.ReplayCommand;
import org.perimeter.launcher.command.RulebookCommand;
import org.perimeter.launcher.command.TestCommand;
import org.perimeter.launcher.command.TrainCommand;
import org.perimeter.launcher.command.UpCommand;
import org.perimeter.launcher.command.VersionCommand;
import org.perimeter.launcher.command.WebhookCommand;
import org.perimeter.launcher.command.console.ReportCommand;
import org.perimeter.launcher.command.console.RetentionCommand;
import org.perimeter.launcher.command.ledger.LedgerCommand;
import org.perimeter.policy.command.CommandManner;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.concurrent.Callable;

/** The command line: the one list of commands, which the script passes all calls on to. */
@Command(
        name = "./perimeter",
        description =
                "Watches public posts around active incidents, and proves that it did"
                        + " nothing else.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:ok", "1:the work failed", "2:the call was wrong"},
        footer = {
            "  ./perimeter demo",
            "  ./perimeter help rulebook sign    the same as ./perimeter rulebook sign --help"
        })
public final class Perimeter implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--version", description = "the same as the command version")
    private boolean version;

    private Perimeter() {}

    /** Runs the command line. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** All commands. */
    static CommandLine commandLine() {
        return CommandManner.teach(
                new CommandLine(new Perimeter())
                        .addSubcommand(new DemoCommand())
                        .addSubcommand(new UpCommand())
                        .addSubcommand(AnalyzeCommand.line())
                        .addSubcommand(GeoCommand.line())
                        .addSubcommand(new RulebookCommand())
                        .addSubcommand(new KeysCommand())
                        .addSubcommand(new LedgerCommand())
                        .addSubcommand(new ReportCommand())
                        .addSubcommand(new RetentionCommand())
                        .addSubcommand(new LeakScanCommand())
                        .addSubcommand(new WebhookCommand())
                        .addSubcommand(new ChaosCommand())
                        .addSubcommand(new ReplayCommand())
                        .addSubcommand(BenchCommand.line())
                        .addSubcommand(TrainCommand.line())
                        .addSubcommand(new TestCommand())
                        .addSubcommand(new CompletionCommand())
                        .addSubcommand(new VersionCommand())
                        .addSubcommand(new HelpCommand()));
    }

    @Override
    public Integer call() {
        if (version) {
            new VersionCommand().run();
            return 0;
        }
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return CommandManner.WRONG_CALL;
    }
}
