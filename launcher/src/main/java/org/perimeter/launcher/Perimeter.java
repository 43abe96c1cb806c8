// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.elasticsearch.node.LocalNodeException;
import org.perimeter.connectors.exercise.capture.CaptureException;
import org.perimeter.connectors.exercise.table.BadTablesException;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.launcher.command.AnalyzeCommand;
import org.perimeter.launcher.command.BenchCommand;
import org.perimeter.launcher.command.DemoCommand;
import org.perimeter.launcher.command.GeoCommand;
import org.perimeter.launcher.command.KeysCommand;
import org.perimeter.launcher.command.LedgerCommand;
import org.perimeter.launcher.command.ReplayCommand;
import org.perimeter.launcher.command.ReportCommand;
import org.perimeter.launcher.command.RetentionCommand;
import org.perimeter.launcher.command.RulebookCommand;
import org.perimeter.launcher.command.TestCommand;
import org.perimeter.launcher.command.TrainCommand;
import org.perimeter.launcher.command.UpCommand;
import org.perimeter.launcher.command.VersionCommand;
import org.perimeter.launcher.command.WebhookCommand;
import org.perimeter.launcher.command.WrongCallException;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.config.ConfigException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;

/**
 * The command line. Exit status 0 ok, 1 the work failed, 2 the call or the configuration was wrong; an error is one
 * clear line on standard error.
 */
@Command(
        name = "perimeter",
        description =
                "Watches public posts around active incidents, and proves that it did"
                        + " nothing else.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            AnalyzeCommand.class,
            GeoCommand.class,
            RulebookCommand.class,
            KeysCommand.class,
            LedgerCommand.class,
            ReportCommand.class,
            RetentionCommand.class,
            BenchCommand.class,
            ReplayCommand.class,
            WebhookCommand.class,
            TestCommand.class,
            TrainCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
public final class Perimeter implements Runnable {

    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    /** Runs the command line. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with its manner of telling errors. */
    static CommandLine commandLine() {
        return new CommandLine(new Perimeter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> wrongCall(e))
                .setExecutionExceptionHandler((e, line, result) -> failed(e, line.getErr()));
    }

    @Override
    public void run() {
        throw new WrongCallException("no command; see ./perimeter help");
    }

    private static int wrongCall(ParameterException e) {
        e.getCommandLine().getErr().println("perimeter: " + oneLine(e.getMessage()));
        return WRONG_CALL;
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof BadTablesException) {
            // It says everything that is wrong with what somebody wrote, a line each.
            err.println("perimeter: " + e.getMessage());
            return WRONG_CALL;
        }
        boolean wrong =
                e instanceof ConfigException
                        || e instanceof WrongCallException
                        || (e instanceof LauncherException l && l.wrongConfiguration());
        boolean expected =
                wrong
                        || e instanceof LauncherException
                        || e instanceof CaptureException
                        || e instanceof LocalNodeException
                        || e instanceof StoreException;
        String kind = expected ? "" : e.getClass().getSimpleName() + ": ";
        err.println("perimeter: " + kind + oneLine(e.getMessage()));
        return wrong ? WRONG_CALL : FAILED;
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "failed" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
