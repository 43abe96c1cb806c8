// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.LongStream;

final class RunLatenciesTest {

    @Test
    void takesTheNearestRank() {
        // Given
        RunLatencies latencies = new RunLatencies(LongStream.rangeClosed(1, 200).boxed().toList());

        // When
        Long p99 = latencies.percentile(99);

        // Then
        assertThat(p99).isEqualTo(198);
        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(100)).isEqualTo(200);
    }

    @Test
    void saysNothingWithoutMeasurements() {
        // When
        Long median = new RunLatencies(List.of()).percentile(50);

        // Then
        assertThat(median).isNull();
    }
}
