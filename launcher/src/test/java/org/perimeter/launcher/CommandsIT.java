// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.launcher.process.Installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Commands called from outside, by the real script on what this checkout has built. */
final class CommandsIT {

    private static final Path ROOT = Checkout.root();
    private static final List<String> LINKS =
            List.of("pom.xml", "policy", "connectors", "nlp", "jobs", "search-ui", "launcher");
    private static final List<String> STAMPS = List.of("all.stamp", "analyze.stamp");

    private static final Path LINKED = ROOT.resolve("launcher/target/commands-it");

    @TempDir private Path folder;

    /** A checkout that links to this one and counts as fresh: nothing is built. */
    @BeforeAll
    static void link() throws IOException {
        Path var = Files.createDirectories(LINKED.resolve("var"));
        Files.copy(
                ROOT.resolve("perimeter"),
                LINKED.resolve("perimeter"),
                StandardCopyOption.REPLACE_EXISTING);
        for (String name : LINKS) {
            Path link = LINKED.resolve(name);
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, ROOT.resolve(name));
            }
        }
        for (String stamp : STAMPS) {
            Files.writeString(var.resolve(stamp), "fresh");
        }
    }

    static Stream<List<String>> forwarded() {
        return CommandTree.forwarded().stream();
    }

    @ParameterizedTest
    @MethodSource("forwarded")
    void theProgramBehindACommandAnswersHelpWithUsageAndExample(List<String> path)
            throws Exception {
        // When
        Ended ended = script(with(path, "--help"));

        // Then
        String call = "./perimeter " + String.join(" ", path);
        assertThat(ended.status).as(ended.err).isZero();
        assertThat(ended.out).startsWith("Usage: " + call).contains("Example:", "-h, --help");
        assertThat(ended.err).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forwarded")
    void theProgramBehindACommandRefusesAnUnknownOptionInOneLine(List<String> path)
            throws Exception {
        // When
        Ended ended = launcher(with(path, "--frobnicate"));

        // Then
        String call = String.join(" ", path);
        assertThat(ended.status).isEqualTo(2);
        assertThat(ended.err.lines()).as(ended.err).hasSize(1);
        assertThat(ended.err)
                .startsWith(call + ": ")
                .contains("see ./perimeter " + call + " --help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "--help",
                "demo --help",
                "webhook listen --help",
                "test --help",
                "help test",
                "help analyze",
                "help bench pipeline",
                "help rulebook sign",
                "train --help",
                "completion -h"
            })
    void theScriptPassesQuestionsForHelpOn(String line) throws Exception {
        // When
        Ended ended = script(List.of(line.split(" ")));

        // Then
        assertThat(ended.status).as(ended.err).isZero();
        assertThat(ended.out).startsWith("Usage: ./perimeter").contains("Example:");
        assertThat(ended.err).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "demo --frobnicate",
                "geo",
                "bench frobnicate",
                "analyze --frobnicate",
                "analyze --near here",
                "report --from yesterday",
                "webhook listen --port x"
            })
    void theScriptRefusesAWrongCallInOneLine(String line) throws Exception {
        // When
        Ended ended = script(List.of(line.split(" ")));

        // Then
        assertThat(ended.status).as(ended.err).isEqualTo(2);
        assertThat(ended.err.lines()).as(ended.err).hasSize(1);
        assertThat(ended.out).isEmpty();
    }

    @Test
    void calledWithoutCommandShowsTheUsageAndFailsAsAWrongCall() throws Exception {
        // When
        Ended ended = script(List.of());

        // Then
        assertThat(ended.status).isEqualTo(2);
        assertThat(ended.err).contains("demo ", "test ", "./perimeter help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs org.perimeter.jobs.JobsMain",
                "search-ui org.perimeter.search.SearchUi",
                "nlp/geo org.perimeter.nlp.geo.gazetteer.GazetteerBuilder"
            })
    void programsThatNobodyTypesHaveTheMannerToo(String program) throws Exception {
        // Given
        String module = program.split(" ", 2)[0];
        String main = program.split(" ", 2)[1];

        // When
        Ended help = java(module, main, List.of("--help"));
        Ended wrong = java(module, main, List.of("--frobnicate"));

        // Then
        assertThat(help.status).as(help.err).isZero();
        assertThat(help.out).startsWith("Usage: ").contains("Example:");
        assertThat(wrong.status).isEqualTo(2);
        assertThat(wrong.err.lines()).as(wrong.err).hasSize(1);
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        // Given
        Path completion = folder.resolve("completion.bash");
        Files.writeString(completion, script(List.of("completion")).out);

        // When
        Ended ended =
                run(
                        new ProcessBuilder(
                                "bash",
                                "-c",
                                """
                                source "$0"
                                complete -p perimeter
                                COMP_WORDS=(./perimeter webh); COMP_CWORD=1; _complete_perimeter
                                echo "${COMPREPLY[*]}"
                                COMP_WORDS=(./perimeter demo --sp); COMP_CWORD=2; _complete_perimeter
                                echo "${COMPREPLY[*]}"
                                COMP_WORDS=(./perimeter bench pip); COMP_CWORD=2; _complete_perimeter
                                echo "${COMPREPLY[*]}"
                                """,
                                completion.toString()));

        // Then
        List<String> lines = ended.out.lines().toList();
        assertThat(ended.status).as(ended.err).isZero();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("_complete_perimeter");
        assertThat(lines.subList(1, 4)).containsExactly("webhook", "--speed", "pipeline");
    }

    private Ended script(List<String> words) throws IOException, InterruptedException {
        List<String> call =
                new ArrayList<>(List.of("bash", LINKED.resolve("perimeter").toString()));
        call.addAll(words);
        return run(new ProcessBuilder(call));
    }

    private Ended launcher(List<String> words) throws IOException, InterruptedException {
        return java("launcher", "org.perimeter.launcher.Perimeter", words);
    }

    private Ended java(String module, String main, List<String> words)
            throws IOException, InterruptedException {
        List<String> call =
                new ArrayList<>(
                        List.of(
                                Installation.java().toString(),
                                "-Dperimeter.root=" + ROOT,
                                "-Dperimeter.var=" + folder,
                                "-cp",
                                new Installation(ROOT, folder).classPath(module),
                                main));
        call.addAll(words);
        return run(new ProcessBuilder(call));
    }

    private Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process =
                builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("ends in two minutes").isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static List<String> with(List<String> path, String more) {
        List<String> words = new ArrayList<>(path);
        words.add(more);
        return words;
    }

    private record Ended(int status, String out, String err) {}
}
