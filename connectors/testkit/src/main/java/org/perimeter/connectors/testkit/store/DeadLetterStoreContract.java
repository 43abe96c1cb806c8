// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What every {@link DeadLetterStore} must do. */
public abstract class DeadLetterStoreContract extends StoreContract {

    private static final Instant TIME = SamplePost.WITNESSED;

    private DeadLetterStore deadLetters() {
        return stores().deadLetters();
    }

    private static DeadLetter letter(String id, Stage stage, DeadLetterReason reason, long after) {
        return new DeadLetter(id, stage, reason, "exercise", "line 7", TIME.plusSeconds(after));
    }

    @Test
    void countsEachLetterOncePerStageAndReason() {
        // Given
        DeadLetter malformed = letter("a", Stage.SOURCE, DeadLetterReason.MALFORMED_JSON, 0);
        DeadLetter again = letter("b", Stage.SOURCE, DeadLetterReason.MALFORMED_JSON, 1);
        DeadLetter rejected = letter("c", Stage.STORE, DeadLetterReason.STORE_REJECTED, 2);
        await(deadLetters().write(List.of(malformed, again)));

        // When
        List<Result> results =
                results(deadLetters().write(List.of(malformed, rejected, malformed)));

        // Then
        assertThat(results).containsExactly(Result.OK, Result.OK, Result.OK);
        assertThat(deadLetters().counts())
                .isEqualTo(Map.of("SOURCE/MALFORMED_JSON", 2L, "STORE/STORE_REJECTED", 1L));
    }

    @Test
    void listsTheNewestUnchanged() {
        // Given
        DeadLetter old = letter("a", Stage.INGEST, DeadLetterReason.BAD_TIMESTAMP, 0);
        DeadLetter newer = letter("b", Stage.ADMIT, DeadLetterReason.DECISION_FAILED, 1);
        DeadLetter newest = letter("c", Stage.SOURCE, DeadLetterReason.TOO_LARGE, 2);
        await(deadLetters().write(List.of(newer, old, newest)));

        // When
        List<DeadLetter> list = deadLetters().list(2);

        // Then
        assertThat(list).containsExactly(newest, newer);
    }

    @Test
    void dropsTheLettersFromBeforeAnInstant() {
        // Given
        DeadLetter old = letter("a", Stage.INGEST, DeadLetterReason.BAD_TIMESTAMP, -1);
        DeadLetter atTheInstant = letter("b", Stage.INGEST, DeadLetterReason.BAD_TIMESTAMP, 0);
        await(deadLetters().write(List.of(old, atTheInstant)));

        // When
        long dropped = deadLetters().dropBefore(TIME);

        // Then
        assertThat(dropped).isEqualTo(1);
        assertThat(deadLetters().list(5)).containsExactly(atTheInstant);
    }

    @Test
    void isEmptyAtFirst() {
        // When, Then
        assertThat(deadLetters().counts()).isEmpty();
        assertThat(deadLetters().list(5)).isEmpty();
        assertThat(deadLetters().dropBefore(TIME)).isZero();
    }
}
