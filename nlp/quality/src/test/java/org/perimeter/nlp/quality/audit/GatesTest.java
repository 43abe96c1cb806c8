// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;

final class GatesTest {

    private static final ErrorRate BEST = new ErrorRate(200, 10_000);

    @Test
    @Control("GOV-03")
    void aRatioClearlyAboveTheLimitIsRed() {
        // Given 3.5 % against 2 % of 10,000
        ErrorRate rate = new ErrorRate(350, 10_000);

        // When
        Finding finding = Gates.falseAlarms("group", rate, BEST);

        // Then
        assertThat(finding.value()).isCloseTo(1.75, within(1e-12));
        assertThat(finding.interval().low()).isGreaterThan(1.25);
        assertThat(finding.verdict()).isEqualTo(GateVerdict.RED);
    }

    @Test
    void twiceAsManyIsRedAsSoonAsItIsNotChance() {
        // Given 21 against 9 of 300: the interval begins between 1 and 1.25
        Finding finding = Gates.falseAlarms("group", new ErrorRate(21, 300), new ErrorRate(9, 300));

        // When
        GateVerdict verdict = finding.verdict();

        // Then
        assertThat(finding.interval().low()).isBetween(1.0, 1.25);
        assertThat(verdict).isEqualTo(GateVerdict.RED);
    }

    @Test
    @Control("GOV-03")
    void fewCasesAreInsufficientEvidenceAndNeverGreen() {
        // Given
        ErrorRate none = new ErrorRate(0, 20);

        // When
        Finding finding = Gates.falseAlarms("group", none, new ErrorRate(0, 20));

        // Then
        assertThat(finding.verdict()).isEqualTo(GateVerdict.AMBER);
        assertThat(finding.reason()).isEqualTo("insufficient evidence");
    }

    @Test
    void aSpotlessGroupOfManyBesideOneCaseIsInsufficientEvidence() {
        // Given groups whose corrected ratio would look small
        ErrorRate many = new ErrorRate(0, 77);

        // When
        Finding finding = Gates.falseAlarms("group", many, new ErrorRate(0, 1));

        // Then
        assertThat(finding.verdict()).isEqualTo(GateVerdict.AMBER);
        assertThat(finding.value()).isNaN();
    }

    @Test
    void oneCaseThatWentWrongIsNotRed() {
        // Given one of one against none of 77
        ErrorRate one = new ErrorRate(1, 1);

        // When
        Finding finding = Gates.falseAlarms("group", one, new ErrorRate(0, 77));

        // Then
        assertThat(finding.verdict()).isEqualTo(GateVerdict.AMBER);
        assertThat(finding.reason()).isEqualTo("insufficient evidence");
    }

    @Test
    void sumsOverTinyGroupsAreInsufficientEvidence() {
        // Given
        ErrorRate all = new ErrorRate(13, 36);

        // When
        Finding finding = Gates.differences("fned", 0.38, 7, 5, all);

        // Then
        assertThat(finding.verdict()).isEqualTo(GateVerdict.AMBER);
    }

    @Test
    void threeOfThreeAgainstThreeOfThreeIsInsufficientEvidence() {
        // Given
        ErrorRate all = new ErrorRate(3, 3);

        // When
        Finding finding = Gates.misses("group", all, all);

        // Then
        assertThat(finding.verdict()).isEqualTo(GateVerdict.AMBER);
        assertThat(finding.reason()).isEqualTo("insufficient evidence");
    }

    @Test
    void manyEqualCasesAreGreen() {
        // Given
        ErrorRate rate = new ErrorRate(1_005, 20_000);

        // When
        Finding finding = Gates.falseAlarms("group", rate, new ErrorRate(1_000, 20_000));

        // Then
        assertThat(finding.verdict()).isEqualTo(GateVerdict.GREEN);
    }

    @Test
    void missesHaveAWiderRedGate() {
        // Given a ratio whose interval lies between 1.25 and 1.5
        ErrorRate rate = new ErrorRate(320, 10_000);

        // When
        Finding finding = Gates.misses("group", rate, BEST);

        // Then
        assertThat(finding.interval().low()).isBetween(1.25, 1.5);
        assertThat(finding.verdict()).isEqualTo(GateVerdict.AMBER);
        assertThat(finding.reason()).isEmpty();
    }

    @Test
    void sumsOfDifferencesAreScaledToSevenGroups() {
        // Given a sum of 0.6 over 14 groups, which is 0.3 over 7
        ErrorRate all = new ErrorRate(10, 100);

        // When
        Finding finding = Gates.differences("fped", 0.6, 14, 30, all);

        // Then
        assertThat(finding.value()).isCloseTo(0.3, within(1e-12));
        assertThat(finding.verdict()).isEqualTo(GateVerdict.RED);
    }

    @Test
    @Control("GOV-03")
    void oneFiringNeutralSentenceIsRed() {
        // Given
        ErrorRate neutral = new ErrorRate(1, 500);

        // When
        Finding finding = Gates.neutralIdentity(neutral);

        // Then
        assertThat(finding.verdict()).isEqualTo(GateVerdict.RED);
    }

    @Test
    void functionsAreJudgedByHowOftenTheyAreRight() {
        // Given 100 cases each

        // When
        GateVerdict red = Gates.function("f", true, new ErrorRate(21, 100)).verdict();
        GateVerdict amber = Gates.function("f", true, new ErrorRate(6, 100)).verdict();
        GateVerdict green = Gates.function("f", false, new ErrorRate(5, 100)).verdict();

        // Then
        assertThat(red).isEqualTo(GateVerdict.RED);
        assertThat(amber).isEqualTo(GateVerdict.AMBER);
        assertThat(green).isEqualTo(GateVerdict.GREEN);
    }

    @Test
    void noTemplateToCompareIsAmber() {
        // Given
        ErrorRate none = new ErrorRate(0, 0);

        // When
        Finding finding = Gates.flips(none);

        // Then
        assertThat(finding.verdict()).isEqualTo(GateVerdict.AMBER);
    }
}
