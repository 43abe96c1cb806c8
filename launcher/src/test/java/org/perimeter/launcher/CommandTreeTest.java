// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every command that this process carries out itself; {@link CommandsIT} has the others. */
final class CommandTreeTest {

    /** What the outside relies on, whatever the documents say. */
    private static final List<String> PROMISED =
            List.of(
                    "demo",
                    "up",
                    "geo import",
                    "analyze",
                    "rulebook new",
                    "rulebook check",
                    "rulebook explain",
                    "rulebook diff",
                    "rulebook sign",
                    "rulebook verify",
                    "rulebook controls",
                    "keys new",
                    "ledger verify",
                    "ledger entries",
                    "report",
                    "retention status",
                    "leakscan",
                    "webhook listen",
                    "replay jetstream",
                    "bench analyze",
                    "bench pipeline",
                    "bench quality",
                    "bench fence",
                    "bench exercise",
                    "bench search",
                    "bench latency",
                    "bench ledger",
                    "train ner",
                    "train threat",
                    "train relevance",
                    "test",
                    "completion",
                    "version",
                    "help");

    /** A call in a document: the script and the lower-case words after it. */
    private static final Pattern CALL = Pattern.compile("\\./perimeter((?: [a-z]+)+)");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<List<String>> own() {
        return CommandTree.all().stream().filter(path -> !CommandTree.isForwarded(path));
    }

    @ParameterizedTest
    @MethodSource("own")
    void answersHelpWithUsageAndExample(List<String> path) {
        // When
        int status = execute(path, "--help");

        // Then
        assertThat(status).isZero();
        assertThat(out.toString())
                .startsWith(("Usage: ./perimeter " + String.join(" ", path)).strip())
                .contains("Example:");
        // An example that is broken into two lines cannot be copied.
        assertThat(out.toString().lines().dropWhile(line -> !line.equals("Example:")).skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  "))
                .anyMatch(line -> line.contains("./perimeter " + String.join(" ", path)));
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("own")
    void saysWhatEveryOptionIsFor(List<String> path) {
        // Given
        CommandLine line = CommandTree.at(path);

        // When
        List<String> bare =
                line.getCommandSpec().args().stream()
                        .filter(argument -> argument.description().length == 0)
                        .map(Object::toString)
                        .toList();

        // Then
        assertThat(bare).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("own")
    void showsTheSameHelpAfterTheWordHelp(List<String> path) {
        // Given
        execute(path, "--help");
        String asked = out.toString();
        out.getBuffer().setLength(0);

        // When
        List<String> words = new ArrayList<>(path);
        words.add(0, "help");
        int status = execute(words);

        // Then
        assertThat(status).isZero();
        assertThat(out.toString()).isEqualTo(asked);
    }

    @ParameterizedTest
    @MethodSource("own")
    void refusesAnUnknownOptionInOneLineThatNamesTheHelp(List<String> path) {
        // When
        int status = execute(path, "--frobnicate");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("perimeter: ").contains("--help");
    }

    @Test
    void namesTheCommandThatWasProbablyMeant() {
        // When
        int status = execute(List.of("webhok", "listen"));

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("webhok", "did you mean webhook");
    }

    @Test
    void everyPromisedCommandIsThere() {
        // Given
        List<String> there =
                CommandTree.all().stream().map(path -> String.join(" ", path)).toList();

        // When
        List<String> missing = PROMISED.stream().filter(name -> !there.contains(name)).toList();

        // Then
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCallInTheDocumentsNamesACommand() throws IOException {
        // Given
        List<List<String>> there = CommandTree.all();

        // When
        List<String> calls = new ArrayList<>();
        for (Path document : documents()) {
            CALL.matcher(Files.readString(document))
                    .results()
                    .map(MatchResult::group)
                    .forEach(calls::add);
        }
        List<String> unknown = calls.stream().filter(call -> !isKnown(call, there)).toList();

        // Then
        assertThat(calls).hasSizeGreaterThan(20).contains("./perimeter webhook listen");
        assertThat(unknown).isEmpty();
    }

    /** Words after the command are its arguments, unless it has subcommands. */
    private static boolean isKnown(String call, List<List<String>> there) {
        List<String> words = Arrays.asList(call.split(" ")).subList(1, call.split(" ").length);
        List<String> path = new ArrayList<>();
        for (String word : words) {
            path.add(word);
            boolean deeper = there.contains(path);
            boolean group =
                    there.stream()
                            .anyMatch(
                                    each ->
                                            each.size() == path.size()
                                                    && each.subList(0, path.size() - 1)
                                                            .equals(
                                                                    path.subList(
                                                                            0, path.size() - 1)));
            if (!deeper) {
                return !group;
            }
        }
        return true;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.root().resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "config.sample.yaml")
                                    .map(Checkout.root()::resolve),
                            files.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private int execute(List<String> path, String... more) {
        List<String> words = new ArrayList<>(path);
        words.addAll(List.of(more));
        CommandLine line = Perimeter.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words.toArray(String[]::new));
    }
}
