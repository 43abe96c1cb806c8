// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.perimeter.launcher.process.Installation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Plays the whole exercise on real components, once, as {@code ./perimeter demo --once} does. */
final class DemoOnceIT {

    private static final long MINUTES = 9;

    @Test
    void playsTheExerciseAndScoresItAndLeavesNoProcessBehind() throws Exception {
        // Given
        Path target = Checkout.root().resolve("launcher/target");
        Path var = Files.createDirectories(target.resolve("demo-it"));
        Path out = var.resolve("summary.json");
        Path err = var.resolve("progress.txt");

        // When
        Process demo =
                new ProcessBuilder(
                                Installation.java().toString(),
                                "-Dperimeter.root=" + Checkout.root(),
                                "-Dperimeter.var=" + var,
                                "-cp",
                                new Installation(Checkout.root(), var).classPath("launcher"),
                                "org.perimeter.launcher.Perimeter",
                                "demo",
                                "--once",
                                "--port",
                                "0")
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        boolean ended = demo.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            demo.destroyForcibly();
        }

        // Then
        assertThat(ended).as("ends within %d minutes", MINUTES).isTrue();
        assertThat(demo.exitValue()).as(Files.readString(err)).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(1);
        JsonNode summary = new ObjectMapper().readTree(lines.get(0));
        assertThat(summary.get("postsSeen").asLong()).isGreaterThan(20_000);
        assertThat(summary.get("postsAdmitted").asLong()).isPositive();
        assertThat(summary.at("/scenarios/mall/alerts/recall").asDouble()).isEqualTo(1);
        assertThat(summary.at("/scenarios/abduction/rewound").asLong()).isPositive();
        assertThat(summary.at("/scenarios/robbery/admission/right").asLong()).isPositive();
        assertThat(summary.get("heldOutsideIncidents").asLong()).isZero();
        assertThat(summary.get("demonstrationCollected").asLong()).isZero();
        assertThat(summary.get("leaks").asLong()).isZero();
        assertThat(summary.at("/ledger/verified").asBoolean()).isTrue();
        assertThat(summary.at("/ledger/size").asLong()).isPositive();
        assertThat(summary.at("/deletes/asked").asLong()).isPositive();
        assertThat(summary.at("/deletes/gone").asLong())
                .isEqualTo(summary.at("/deletes/asked").asLong());
        assertThat(summary.at("/searches/receipts").asLong())
                .isEqualTo(summary.at("/searches/asked").asLong())
                .isPositive();
        assertThat(summary.at("/webhooks/verified").asLong())
                .isEqualTo(summary.at("/webhooks/delivered").asLong())
                .isGreaterThanOrEqualTo(summary.get("alerts").asLong())
                .isPositive();
        assertThat(Path.of(summary.get("report").asText())).isRegularFile();
        assertThat(processesOf(var)).isEmpty();
    }

    private static List<String> processesOf(Path var) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(var.toString()))
                .toList();
    }
}
