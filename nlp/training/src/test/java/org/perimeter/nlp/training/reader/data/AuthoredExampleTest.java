// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.Map;

final class AuthoredExampleTest {

    @Test
    void aReportIsRelevantAndDeniesNothing() {
        // When
        Labels labels = labels("REPORT\tFIRE\tfirsthand\ten\tthe mill is burning");

        // Then
        assertThat(labels.category()).isEqualTo(IncidentCategory.FIRE);
        assertThat(labels.answers())
                .isEqualTo(
                        Map.of(
                                CloseHead.THREAT, false,
                                CloseHead.REPORT, true,
                                CloseHead.RELEVANT, true,
                                CloseHead.DENIES, false));
    }

    @Test
    void aThreatSaysNothingOfRelevance() {
        Labels labels = labels("THREAT\t-\tveiled\ten\tenjoy your last shift");

        assertThat(labels.category()).isNull();
        assertThat(labels.answer(CloseHead.THREAT)).isTrue();
        assertThat(labels.answer(CloseHead.RELEVANT)).isNull();
    }

    @Test
    void aDenialIsRelevantAndNoReport() {
        Labels labels = labels("NONE\t-\tsecondhand,allclear\ten\tall clear at the mill");

        assertThat(labels.answer(CloseHead.REPORT)).isFalse();
        assertThat(labels.answer(CloseHead.DENIES)).isTrue();
        assertThat(labels.answer(CloseHead.RELEVANT)).isTrue();
    }

    @Test
    void whatNobodyFlaggedIsNotKnown() {
        Labels hoax = labels("NONE\t-\thoax\ten\tthat story is made up");
        Labels unflagged = labels("NONE\t-\tunflagged\ten\tno idea");

        assertThat(hoax.answer(CloseHead.DENIES)).isNull();
        assertThat(unflagged.answer(CloseHead.DENIES)).isNull();
        assertThat(unflagged.answer(CloseHead.RELEVANT)).isNull();
    }

    @Test
    void dailyLifeIsNothing() {
        Labels labels = labels("NONE\t-\tfigurative\ten\ti could murder a taco");

        assertThat(labels.answers().values()).containsOnly(false);
        assertThat(labels.answers()).hasSize(4);
    }

    @Test
    void refusesALineOfOtherColumns() {
        assertThatThrownBy(() -> labels("NONE\t-\ten\ttext"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Labels labels(String line) {
        return AuthoredExample.parse("x", line).labels();
    }
}
