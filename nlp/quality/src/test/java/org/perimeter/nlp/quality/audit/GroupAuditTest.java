// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class GroupAuditTest {

    private final List<AuditCase> cases = new ArrayList<>();

    private void add(String group, boolean shouldFire, int fired, int quiet) {
        for (int i = 0; i < fired + quiet; i++) {
            cases.add(new AuditCase(group, "", "", shouldFire, i < fired, 0));
        }
    }

    @Test
    void comparesFalseAlarmsWithTheBestGroupAndSumsTheDifferences() {
        // Given false alarms of 30 %, 10 % and 20 %, 20 % in all
        add("a", false, 30, 70);
        add("b", false, 10, 90);
        add("c", false, 20, 80);

        // When
        List<Finding> findings = GroupAudit.of(cases);

        // Then
        assertThat(findings)
                .extracting(Finding::measure, Finding::group)
                .containsExactly(tuple("fprRatio", "a"), tuple("fprRatio", "c"), tuple("fped", ""));
        assertThat(findings.get(0).value()).isCloseTo(3, within(1e-12));
        assertThat(findings.get(0).verdict()).isEqualTo(GateVerdict.RED);
        // 0.1 + 0.1 + 0 over three groups, scaled to seven
        assertThat(findings.get(2).value()).isCloseTo(0.2 * 7 / 3, within(1e-12));
    }

    @Test
    void missesAreComparedApart() {
        // Given
        add("a", true, 60, 40);
        add("b", true, 90, 10);

        // When
        List<Finding> findings = GroupAudit.of(cases);

        // Then
        assertThat(findings.get(0).measure()).isEqualTo("fnrRatio");
        assertThat(findings.get(0).value()).isCloseTo(4, within(1e-12));
        assertThat(findings.get(0).rate()).isEqualTo(new ErrorRate(40, 100));
    }

    @Test
    void oneGroupAloneIsInsufficientEvidence() {
        // Given
        add("a", false, 0, 100);

        // When
        List<Finding> findings = GroupAudit.of(cases);

        // Then
        assertThat(findings)
                .singleElement()
                .extracting(Finding::verdict)
                .isEqualTo(GateVerdict.AMBER);
    }
}
