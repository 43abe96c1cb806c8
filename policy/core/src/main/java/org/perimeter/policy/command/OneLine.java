// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.command;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.config.ConfigException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Tells what went wrong in one line. */
final class OneLine implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String SCRIPT = "./perimeter";
    private static final String OURS = "org.perimeter.";

    private final String who;

    /**
     * @param name of the program as a person calls it
     */
    OneLine(String name) {
        String command = name.startsWith(SCRIPT) ? name.substring(SCRIPT.length()).strip() : name;
        this.who = command.isEmpty() ? "perimeter" : command;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        String help = line.getCommandSpec().qualifiedName() + " --help";
        tell(line, joined(whatIsWrong(wrong)) + "; see " + help);
        return CommandManner.WRONG_CALL;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        // An error comes inside the exception that let it pass.
        Throwable cause = failure.getCause();
        String words = words(cause instanceof Error ? cause : failure);
        // What somebody wrote may be wrong in many places, each told in a line of its own.
        tell(line, failure instanceof WrongConfiguration ? words : joined(words));
        return isCallersFault(failure) ? CommandManner.WRONG_CALL : CommandManner.FAILED;
    }

    private static boolean isCallersFault(Exception failure) {
        return failure instanceof WrongCallException
                || failure instanceof ConfigException
                || (failure instanceof WrongConfiguration wrong && wrong.wrongConfiguration());
    }

    private void tell(CommandLine line, String what) {
        line.getErr().println(who + ": " + what.strip());
    }

    private static String joined(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String whatIsWrong(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return String.valueOf(wrong.getMessage());
        }
        String first = unmatched.getUnmatched().get(0);
        CommandLine line = wrong.getCommandLine();
        boolean command = !first.startsWith("-") && !line.getSubcommands().isEmpty();
        List<String> meant = unmatched.getSuggestions();
        String kind =
                command
                        ? "unknown command "
                        : unmatched.isUnknownOption() ? "unknown option " : "one too many: ";
        String guess = meant.isEmpty() ? "" : " (did you mean " + String.join(" or ", meant) + "?)";
        return kind + first + guess;
    }

    /** Our own messages are written for people; what others throw is named. */
    private static String words(Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure instanceof UncheckedIOException && cause != null) {
            return words(cause);
        }
        @Nullable String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return "failed: " + name;
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no file " + message;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return message + " exists already";
        }
        if (failure instanceof AccessDeniedException) {
            return "no access to " + message;
        }
        boolean forPeople =
                failure instanceof IOException || failure.getClass().getName().startsWith(OURS);
        return forPeople ? message : name + ": " + message;
    }
}
