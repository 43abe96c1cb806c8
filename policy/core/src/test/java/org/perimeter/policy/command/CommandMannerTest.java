// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.yaml.YamlProblem;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The manner of commands, on commands invented for it. */
final class CommandMannerTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesOptionsDefaultsAndAnExample() {
        // When
        int status = run(sowing -> 7, "--help");

        // Then
        assertThat(status).isZero();
        assertThat(text(out))
                .startsWith("Usage: ./perimeter sow")
                .contains("--rows=N", "(3)", "-h, --help", "Example:", "./perimeter sow --rows 5");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void theWorkSaysTheStatus() {
        // When
        int status = run(sowing -> sowing.rows, "--rows", "5");

        // Then
        assertThat(status).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--rows", "--rows 0", "--rows x", "--frobnicate", "more", "--rows=1 -5"})
    void aWrongCallEndsWithOneLineThatNamesTheHelp(String line) {
        // When
        int status = run(sowing -> 0, line.split(" "));

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(text(err).lines()).hasSize(1);
        assertThat(text(err)).startsWith("sow: ").contains("see ./perimeter sow --help");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void whatTheWorkFindsWrongInTheCallIsAWrongCallToo() {
        // When
        int status =
                run(
                        sowing -> {
                            throw new WrongCallException("--rows: the field is smaller");
                        });

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(text(err)).isEqualToIgnoringNewLines("sow: --rows: the field is smaller");
    }

    @Test
    void aBrokenConfigurationIsAWrongCall() {
        // When
        int status =
                run(
                        sowing -> {
                            throw new ConfigException(
                                    Path.of("field.yaml"),
                                    List.of(new YamlProblem("field.rows", "unknown key")));
                        });

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(text(err)).contains("field.rows", "unknown key");
    }

    @Test
    void failedWorkEndsWithOneLineAndNoStackTrace() {
        // When
        int status =
                run(
                        sowing -> {
                            throw new IllegalStateException("no\n  rain");
                        });

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(text(err)).isEqualToIgnoringNewLines("sow: IllegalStateException: no; rain");
    }

    @Test
    void aMissingFileIsNamedWhereverItIsFound() {
        // When
        int status =
                run(
                        sowing -> {
                            throw new UncheckedIOException(new NoSuchFileException("seeds"));
                        });

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(text(err)).isEqualToIgnoringNewLines("sow: there is no file seeds");
    }

    @Test
    void anErrorOfTheMachineIsToldInOneLineToo() {
        // When
        int status =
                run(
                        sowing -> {
                            throw new OutOfMemoryError("Java heap space");
                        });

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(text(err)).isEqualToIgnoringNewLines("sow: OutOfMemoryError: Java heap space");
    }

    @Test
    void subcommandsHaveTheMannerAndAnUnknownOneIsNamed() {
        // Given
        StringWriter told = new StringWriter();
        CommandLine line =
                CommandManner.teach(new CommandLine(new Farm()).addSubcommand("sow", new Sowing()))
                        .setErr(new PrintWriter(told, true));

        // When
        int status = line.execute("sows");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(told.toString())
                .isEqualToIgnoringNewLines(
                        "perimeter: unknown command sows (did you mean sow?); see ./perimeter"
                                + " --help");
        assertThat(line.getSubcommands().values())
                .extracting(sow -> sow.getCommandSpec().findOption("--help"))
                .hasSize(1)
                .doesNotContainNull();
    }

    @Test
    void aCommandThatPassesEverythingOnPassesTheQuestionForHelpOn() {
        // Given
        Passing passing = new Passing();

        // When
        int status = CommandManner.run(passing, given -> 0, out, err, "--help", "@x", "-y");

        // Then
        assertThat(status).isZero();
        assertThat(passing.all).containsExactly("--help", "@x", "-y");
    }

    private int run(CommandManner.Work<Sowing> work, String... arguments) {
        return CommandManner.run(new Sowing(), work, out, err, arguments);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Command(name = "./perimeter")
    private static final class Farm {}

    @Command(name = "./perimeter sow", description = "Sows.", footer = "  ./perimeter sow --rows 5")
    private static final class Sowing {

        @Option(
                names = "--rows",
                paramLabel = "N",
                defaultValue = "3",
                converter = Positive.class,
                description = "how many (${DEFAULT-VALUE})")
        private int rows;
    }

    @Command(name = "pass")
    private static final class Passing {

        @Unmatched private List<String> all = new ArrayList<>();
    }
}
