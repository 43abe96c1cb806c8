// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

final class ChronicleTest {

    private final List<JsonNode> wire = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private Chronicle chronicle;

    @BeforeEach
    void begin() {
        Instant now = Instant.parse("2026-12-01T10:00:00Z");
        chronicle = new Chronicle(InstantSource.fixed(now), this::take);
    }

    @Test
    void ofTwentyReportsOneIsEditedAndOneDeleted() {
        // When
        for (int i = 0; i < 20; i++) {
            chronicle.report();
        }
        chronicle.reports().forEach(chronicle::revise);

        // Then
        assertThat(operations()).hasSize(22).endsWith("update", "delete");
        assertThat(chronicle.reports()).filteredOn(Chronicle.Report::deleted).hasSize(1);
        JsonNode edit = wire.get(20).path("commit");
        assertThat(chronicle.reports())
                .filteredOn(report -> report.text().equals(edit.at("/record/text").asText()))
                .hasSize(1)
                .allSatisfy(
                        report ->
                                assertThat(report.postId())
                                        .endsWith("/" + edit.path("rkey").asText()));
    }

    @Test
    void eachEventIsLaterThanTheOneBeforeThoughTheClockStands() {
        // When
        chronicle.report();
        chronicle.ordinary();
        chronicle.report();

        // Then
        assertThat(times).isSorted().doesNotHaveDuplicates().hasSize(3);
        assertThat(wire)
                .extracting(event -> event.path("time_us").asLong())
                .containsExactlyElementsOf(times);
    }

    @Test
    void anOrdinaryPostIsNoReport() {
        // When
        chronicle.ordinary();

        // Then
        assertThat(chronicle.reports()).isEmpty();
        assertThat(operations()).containsExactly("create");
    }

    private List<String> operations() {
        return wire.stream().map(event -> event.at("/commit/operation").asText()).toList();
    }

    private void take(String event, long at) {
        try {
            wire.add(new ObjectMapper().readTree(event));
            times.add(at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
