// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ScoreTallyTest {

    private static final Statistic SHARE = Share.of(0);

    private static ScoreTally tally(int hits, int misses) {
        ScoreTally tally = new ScoreTally(Share.WIDTH);
        for (int i = 0; i < hits + misses; i++) {
            Share.count(i < hits, tally.post(), 0);
        }
        return tally;
    }

    @Test
    void sameContributionsGiveTheSameInterval() {
        // Given
        ScoreTally one = tally(30, 70);
        ScoreTally other = tally(30, 70);

        // When
        Interval interval = one.interval(SHARE);

        // Then
        assertThat(interval).isEqualTo(other.interval(SHARE));
    }

    @Test
    void theBootstrapAgreesWithTheNormalApproximation() {
        // Given a share of 0.3 of 1,000, whose standard error is 0.0145
        ScoreTally tally = tally(300, 700);

        // When
        Interval interval = tally.interval(SHARE);

        // Then
        assertThat(interval.low()).isCloseTo(0.3 - 1.96 * 0.0145, within(0.004));
        assertThat(interval.high()).isCloseTo(0.3 + 1.96 * 0.0145, within(0.004));
    }

    @Test
    void mentionsOfOnePostAreDrawnTogether() {
        // Given two posts with 50 mentions each, one all right, one all wrong
        ScoreTally tally = new ScoreTally(Share.WIDTH);
        for (int post = 0; post < 2; post++) {
            double[] row = tally.post();
            for (int mention = 0; mention < 50; mention++) {
                Share.count(post == 0, row, 0);
            }
        }

        // When
        Interval interval = tally.interval(SHARE);

        // Then a draw of two posts may well take the same one twice
        assertThat(interval).isEqualTo(new Interval(0, 1));
    }

    @Test
    void noPostsGiveNoFigure() {
        // Given
        ScoreTally empty = new ScoreTally(Share.WIDTH);

        // When
        Interval interval = empty.interval(SHARE);

        // Then
        assertThat(interval.low()).isNaN();
        assertThat(empty.value(SHARE)).isNaN();
    }

    @Test
    void postsAddedAfterAnIntervalCount() {
        // Given
        ScoreTally tally = tally(10, 0);
        Interval before = tally.interval(SHARE);

        // When
        Share.count(false, tally.post(), 0);

        // Then
        assertThat(before.low()).isEqualTo(1);
        assertThat(tally.interval(SHARE).low()).isLessThan(1);
    }
}
