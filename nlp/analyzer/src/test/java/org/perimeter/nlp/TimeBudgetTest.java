// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.reading.Analysis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class TimeBudgetTest {

    private static final AnalysisRequest POST = AnalysisRequest.of("shots fired in Oakland");

    @Test
    void givesNoAnalysisWhenTheTimeIsUp() {
        // Given
        AtomicLong clock = new AtomicLong();
        TimeBudget budget = new TimeBudget(Duration.ofNanos(10), () -> clock.getAndAdd(11));

        // When
        boolean answered = SharedModels.ANALYZER.analyzeWithin(POST, budget).isPresent();

        // Then
        assertThat(answered).isFalse();
        assertThat(clock.get()).isEqualTo(22);
    }

    @Test
    void givesTheWholeAnalysisWithinTheTime() {
        // Given
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(1), () -> 5);

        // When
        Optional<Analysis> analysis = SharedModels.ANALYZER.analyzeWithin(POST, budget);

        // Then
        assertThat(analysis).contains(SharedModels.ANALYZER.analyze(POST));
    }
}
