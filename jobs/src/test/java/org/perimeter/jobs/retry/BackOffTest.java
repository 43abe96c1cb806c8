// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

final class BackOffTest {

    @Test
    void doublesUpToItsLimitAndStaysThere() {
        // Given
        BackOff store = BackOff.ofStore();

        // When
        List<Long> waits = Stream.generate(() -> store.failed().toMillis()).limit(9).toList();

        // Then
        assertThat(waits)
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
    }

    @Test
    void startsOverWhenSomethingSucceeds() {
        // Given
        BackOff source = BackOff.ofSource();
        source.failed();
        source.failed();

        // When
        source.succeeded();

        // Then
        assertThat(source.failed()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void keepsToItsLimitThroughALongOutage() {
        // Given
        BackOff source = BackOff.ofSource();

        // When
        for (int i = 0; i < 10_000; i++) {
            source.failed();
        }

        // Then
        assertThat(source.failed()).isEqualTo(Duration.ofSeconds(30));
    }
}
