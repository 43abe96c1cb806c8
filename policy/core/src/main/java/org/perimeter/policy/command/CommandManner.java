// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.command;

import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.PicocliException;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * The manner of every command of the house: it answers {@code --help} with options, defaults and an
 * example; a wrong call ends with status 2 and failed work with status 1, each with one clear line
 * on standard error and never with a stack trace.
 */
public final class CommandManner {

    /** The work failed. */
    public static final int FAILED = 1;

    /** The call was wrong. */
    public static final int WRONG_CALL = 2;

    /** Examples must fit into a line, so that they can be copied. */
    private static final int WIDTH = 100;

    private static final String HELP = "--help";

    private CommandManner() {}

    /**
     * What a program does once its call is read.
     *
     * @param <T> its options
     */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it; the exit status. */
        int on(T options) throws Exception;
    }

    /**
     * Runs a program of one command, with the output of this process.
     *
     * @param options annotated for picocli and named as a person calls the program
     * @return the exit status
     */
    public static <T> int run(T options, Work<T> work, String... arguments) {
        return lineOf(options, work).execute(arguments);
    }

    /**
     * Runs a program of one command, which tells help and errors to {@code out} and {@code err}.
     */
    public static <T> int run(
            T options, Work<T> work, OutputStream out, OutputStream err, String... arguments) {
        return lineOf(options, work).setOut(writer(out)).setErr(writer(err)).execute(arguments);
    }

    /** Reads a call without running anything; fails as picocli does. */
    public static <T> T read(T options, String... arguments) {
        teach(new CommandLine(options)).parseArgs(arguments);
        return options;
    }

    /** Teaches the manner to a command and all its subcommands. */
    public static CommandLine teach(CommandLine line) {
        addHelp(line);
        OneLine oneLine = new OneLine(line.getCommandSpec().name());
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                // A value may start with @, as handles do.
                .setExpandAtFiles(false)
                .setExecutionStrategy(
                        parsed -> told(line, () -> new CommandLine.RunLast().execute(parsed)))
                .setParameterExceptionHandler(oneLine)
                .setExecutionExceptionHandler(oneLine);
    }

    private static <T> CommandLine lineOf(T options, Work<T> work) {
        CommandLine line = teach(new CommandLine(options));
        return line.setExecutionStrategy(
                parsed -> {
                    Integer helped = CommandLine.executeHelpRequest(parsed);
                    return helped == null ? told(line, () -> work.on(options)) : helped;
                });
    }

    /** Whatever is thrown, a lack of memory too, is to be told in one line. */
    private static int told(CommandLine line, Callable<Integer> work) {
        try {
            return work.call();
        } catch (PicocliException e) {
            throw e;
        } catch (Exception | Error e) {
            throw new ExecutionException(line, "failed", e);
        }
    }

    private static void addHelp(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.usageMessage()
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .footerHeading("%nExample:%n");
        // What takes everything passes it on to a program that has a help of its own.
        if (spec.unmatchedArgsBindings().isEmpty() && spec.findOption(HELP) == null) {
            spec.addOption(
                    OptionSpec.builder("-h", HELP)
                            .usageHelp(true)
                            .description("show this help")
                            .build());
        }
        line.getSubcommands().values().forEach(CommandManner::addHelp);
    }

    private static PrintWriter writer(OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
