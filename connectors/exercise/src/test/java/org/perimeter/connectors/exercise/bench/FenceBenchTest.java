// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.rules.FenceRule;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class FenceBenchTest {

    private static final PrintStream SILENT =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @Test
    void summarisesARealRunInItsLastLine() throws Exception {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        // When
        int differing = new FenceBench(SILENT, out).run(400, 4_000);

        // Then
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        JsonNode summary = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(differing).isZero();
        assertThat(summary.path("fences").asInt()).isEqualTo(400);
        assertThat(summary.path("lookupsPerSecond").asDouble()).isPositive();
        assertThat(summary.path("shareInside").asDouble()).isBetween(0.02, 0.5);
        assertThat(summary.path("checkedWithJts").asInt()).isEqualTo(4_000);
    }

    @Test
    void drawsLawfulFencesOnly() {
        // Given
        FenceWorld world = new FenceWorld(7, 300);

        for (int i = 0; i < 300; i++) {
            // When
            Fence fence = world.fence();

            // Then
            assertThat(new FenceRule(2.000001, 13).judge(fence)).isEmpty();
        }
    }

    @Test
    void theOracleTellsInsideFromOutside() {
        // Given
        GeoPoint center = new GeoPoint(40, -100);
        JtsOracle oracle = new JtsOracle(Map.of("circle", Fence.circle(center, 1_000)));

        // When
        GeoPoint inside = new GeoPoint(40.0089, -100);
        GeoPoint outside = new GeoPoint(40.0091, -100);

        // Then
        assertThat(oracle.find(inside)).containsExactly("circle");
        assertThat(oracle.find(outside)).isEmpty();
    }
}
