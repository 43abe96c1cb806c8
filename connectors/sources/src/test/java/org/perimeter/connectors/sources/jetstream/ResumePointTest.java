// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.LongStream;

final class ResumePointTest {

    private static final long GAP = 10;

    @Test
    void takesEverythingWhenNothingWasRead() {
        // Given
        ResumePoint resume = new ResumePoint(null, GAP);

        // When
        List<Long> fresh = fresh(resume, 1_000_000, 1_000_001);

        // Then
        assertThat(fresh).containsExactly(1_000_000L, 1_000_001L);
        assertThat(resume.takeGap()).isFalse();
    }

    @Test
    void skipsWhatWasReadEvenWhenSeveralEventsShareATime() {
        // Given
        ResumePoint resume = new ResumePoint(new JetstreamCursor(100, 2), GAP);

        // When
        List<Long> fresh = fresh(resume, 99, 100, 100, 100, 105);

        // Then
        assertThat(fresh).containsExactly(100L, 105L);
    }

    @Test
    void losesNothingWhenTimesStepBack() {
        // Given
        ResumePoint resume = new ResumePoint(new JetstreamCursor(100, 1), GAP);

        // When
        List<Long> fresh = fresh(resume, 100, 98, 104, 99);

        // Then
        assertThat(fresh).containsExactly(98L, 104L, 99L);
    }

    @Test
    void takesEverythingWhenTheServerNoLongerHasTheCursorsEvent() {
        // Given
        ResumePoint resume = new ResumePoint(new JetstreamCursor(100, 3), GAP);

        // When
        List<Long> fresh = fresh(resume, 105, 106);

        // Then
        assertThat(fresh).containsExactly(105L, 106L);
        assertThat(resume.takeGap()).isFalse();
    }

    @Test
    void findsAGapOnceWhenTheFirstEventIsFarLater() {
        // Given
        ResumePoint resume = new ResumePoint(new JetstreamCursor(100, 1), GAP);

        // When
        List<Long> fresh = fresh(resume, 111);

        // Then
        assertThat(fresh).containsExactly(111L);
        assertThat(resume.takeGap()).isTrue();
        assertThat(resume.takeGap()).isFalse();
    }

    @Test
    void takesAPauseAfterTheResumeForNoGap() {
        // Given
        ResumePoint resume = new ResumePoint(new JetstreamCursor(100, 1), GAP);

        // When
        List<Long> fresh = fresh(resume, 100, 5000);

        // Then
        assertThat(fresh).containsExactly(5000L);
        assertThat(resume.takeGap()).isFalse();
    }

    private static List<Long> fresh(ResumePoint resume, long... times) {
        return LongStream.of(times).filter(time -> !resume.wasReadBefore(time)).boxed().toList();
    }
}
