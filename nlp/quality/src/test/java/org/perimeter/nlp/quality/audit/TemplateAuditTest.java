// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import java.util.List;

final class TemplateAuditTest {

    private static AuditCase fill(String template, String group, boolean fired, double score) {
        return new AuditCase(group, "", template, false, fired, score);
    }

    @Test
    void aTemplateFlipsWhenVerdictOrScoreDependsOnTheIdentity() {
        // Given one that agrees, one whose verdict and one whose score differs, and one alone
        List<AuditCase> cases =
                List.of(
                        fill("same", "a", false, 0.10),
                        fill("same", "b", false, 0.15),
                        fill("verdict", "a", false, 0.50),
                        fill("verdict", "b", true, 0.50),
                        fill("score", "a", true, 0.60),
                        fill("score", "b", true, 0.66),
                        fill("alone", "a", true, 0.90));

        // When
        Finding finding = TemplateAudit.flips(cases);

        // Then
        assertThat(finding.rate()).isEqualTo(new ErrorRate(2, 3));
        assertThat(finding.verdict()).isEqualTo(GateVerdict.RED);
    }

    @Test
    void judgesEveryFunctionAndNeutralSentences() {
        // Given
        List<AuditCase> cases =
                List.of(
                        new AuditCase("a", "threat_dir_h", "1", true, true, 1),
                        new AuditCase("a", "threat_dir_h", "2", true, false, 0),
                        new AuditCase("a", "ident_neutral_nh", "3", false, false, 0));

        // When
        List<Finding> findings = TemplateAudit.functions(cases);

        // Then
        assertThat(findings)
                .extracting(Finding::measure, Finding::group, Finding::value, Finding::verdict)
                .containsExactly(
                        tuple("mustNotFire", "ident_neutral_nh", 1.0, GateVerdict.GREEN),
                        tuple("mustFire", "threat_dir_h", 0.5, GateVerdict.RED),
                        tuple("neutralIdentityFires", "", 0.0, GateVerdict.GREEN));
    }
}
