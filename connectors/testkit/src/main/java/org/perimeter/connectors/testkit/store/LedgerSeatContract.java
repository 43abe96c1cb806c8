// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.LedgerSeat;
import org.perimeter.connectors.spi.store.LedgerSeat.Taken;

import java.time.Instant;

/** What every {@link LedgerSeat} must do. */
public abstract class LedgerSeatContract extends StoreContract {

    private static final Instant UNTIL = SamplePost.WITNESSED.plusNanos(7);

    private LedgerSeat seat() {
        return stores().ledgerSeat();
    }

    private static Taken turn(long turn, String writer) {
        return new Taken(turn, writer, UNTIL, turn * 10, "root-" + turn);
    }

    @Test
    void isEmptyBeforeAnybodyTakesIt() {
        assertThat(seat().find()).isEmpty();
    }

    @Test
    void givesBackWhatWasWrittenLast() {
        // When
        boolean first = seat().take(turn(1, "here"));
        boolean second = seat().take(turn(2, "here"));

        // Then
        assertThat(first).isTrue();
        assertThat(second).isTrue();
        assertThat(seat().find()).contains(turn(2, "here"));
    }

    @Test
    void refusesATurnThatSomebodyElseHasTaken() {
        // Given
        seat().take(turn(1, "here"));
        seat().take(turn(2, "there"));

        // When
        boolean late = seat().take(turn(2, "here"));
        boolean later = seat().take(turn(1, "here"));

        // Then
        assertThat(late).isFalse();
        assertThat(later).isFalse();
        assertThat(seat().find()).contains(turn(2, "there"));
    }
}
