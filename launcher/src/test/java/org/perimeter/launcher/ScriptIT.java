// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the script in an empty checkout, where everything is missing; see {@link CommandsIT}. */
final class ScriptIT {

    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "env",
                    "dirname",
                    "sed",
                    "find",
                    "head",
                    "mkdir",
                    "cat",
                    "grep",
                    "readlink",
                    "tee",
                    "ls",
                    "id");

    @TempDir private Path checkout;

    @BeforeEach
    void copyScript() throws IOException {
        Files.copy(Checkout.root().resolve("perimeter"), checkout.resolve("perimeter"));
        Files.createDirectories(checkout.resolve("bin"));
        for (String tool : TOOLS) {
            for (String folder : List.of("/bin", "/usr/bin")) {
                Path real = Path.of(folder, tool);
                Path link = checkout.resolve("bin").resolve(tool);
                if (Files.isExecutable(real) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, real);
                }
            }
        }
    }

    @Test
    void saysHowToGetMavenWhenItIsMissing() throws Exception {
        // When
        Ended ended = run("version");

        // Then
        assertThat(ended.status).isEqualTo(1);
        assertThat(ended.err).contains("Maven").contains("apt install maven");
    }

    @Test
    void refusesAnUnknownOptionOfTheTests() throws Exception {
        // When
        Ended ended = run("test", "--frobnicate");

        // Then
        assertThat(ended.status).isEqualTo(2);
        assertThat(ended.err).contains("--frobnicate");
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(checkout.resolve("bin/bash").toString());
        words.add(checkout.resolve("perimeter").toString());
        words.addAll(List.of(arguments));
        Path out = checkout.resolve("out.txt");
        Path err = checkout.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("PATH", checkout.resolve("bin").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Ended(int status, String out, String err) {}
}
