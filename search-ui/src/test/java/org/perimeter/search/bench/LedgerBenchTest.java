// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.command.StepLatencies;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class LedgerBenchTest {

    @TempDir private Path folder;

    @Test
    void summarisesARealRun() throws Exception {
        // Given
        PrintStream silent =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        // When
        JsonNode summary =
                new ObjectMapper()
                        .readTree(new LedgerBench(folder.resolve("log"), silent).run(600, 100));

        // Then
        assertThat(summary.path("entries").asLong()).isEqualTo(600 + 200 + 2 * 100);
        assertThat(summary.path("verified").asBoolean()).isTrue();
        assertThat(summary.path("entriesPerSecond").asDouble()).isPositive();
        for (String times : List.of("recordMs", "bareAppendMs", "togetherMs")) {
            assertThat(summary.path(times).path("p50").asDouble()).as(times).isPositive();
        }
        assertThat(summary.path("proofMs").path("p99").asDouble())
                .isGreaterThanOrEqualTo(summary.path("proofMs").path("p50").asDouble())
                .isPositive();
    }

    @Test
    void tellsPercentilesByNearestRank() {
        // Given
        StepLatencies latencies = new StepLatencies();

        // When
        for (int millis = 100; millis > 0; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        // Then
        assertThat(latencies.percentileMillis(50)).isEqualTo(50.0);
        assertThat(latencies.percentileMillis(99)).isEqualTo(99.0);
        assertThat(latencies.percentileMillis(100)).isEqualTo(100.0);
    }
}
