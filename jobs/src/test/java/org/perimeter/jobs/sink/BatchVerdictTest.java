// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;

import java.util.List;
import java.util.function.Function;

class BatchVerdictTest {

    @Test
    void writesAgainOnlyWhatMaySucceedLater() {
        // Given
        List<String> batch = List.of("a", "b", "c", "d", "e");

        // When
        BatchVerdict verdict =
                BatchVerdict.of(
                        batch,
                        outcomes(
                                Result.OK,
                                Result.RETRY,
                                Result.STALE,
                                Result.POISON,
                                Result.ABSENT),
                        Function.identity());

        // Then
        assertThat(verdict.again()).containsExactly(1);
        assertThat(verdict.poison()).containsExactly(3);
    }

    @Test
    void keepsLaterChangesOfADocumentBehindTheOneThatIsWrittenAgain() {
        // Given
        List<String> batch = List.of("a", "b", "a");

        // When
        BatchVerdict verdict =
                BatchVerdict.of(
                        batch,
                        outcomes(Result.RETRY, Result.OK, Result.ERASED),
                        Function.identity());

        // Then
        assertThat(verdict.again()).containsExactly(0, 2);
    }

    @Test
    void refusesAnAnswerThatIsNotForEveryRecord() {
        assertThatThrownBy(
                        () ->
                                BatchVerdict.of(
                                        List.of("a", "b"),
                                        outcomes(Result.OK),
                                        Function.identity()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<WriteOutcome> outcomes(Result... results) {
        return List.of(results).stream()
                .map(result -> new WriteOutcome("any", result, ""))
                .toList();
    }
}
