// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rulebook.RulebookDraft;

import java.time.Instant;

/** That who writes an older rulebook into the store ends collection, not the newer rules. */
class OlderRulebookTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final TestRulebook RULES = TestRulebook.at(NOON);

    private final ControlView control =
            new ControlView(
                    (signed, now) ->
                            new RulebookCheck.Valid(
                                    RulebookDraft.parse(signed.yaml()).rulebook().orElseThrow()),
                    () -> NOON);

    private void activate(String version) {
        control.apply(ControlUpdate.rulebook(NOON, RULES.withVersion(version).signed()));
    }

    @Test
    void takesTheRulebookThatFollows() {
        // Given
        activate("9");

        // When
        activate("10");

        // Then
        assertThat(control.rulebookStatus()).isEqualTo(ReasonCode.ALLOWED);
        assertThat(control.rulebook()).isNotNull();
    }

    @Test
    @Control("GOV-01")
    void isGovernedByNothingWhenAnOlderOneIsPutInItsPlace() {
        // Given
        activate("10");

        // When
        activate("9");

        // Then
        assertThat(control.rulebookStatus()).isEqualTo(ReasonCode.RULEBOOK_OLDER);
        assertThat(control.rulebook()).isNull();
    }

    @Test
    void isGovernedAgainWhenTheNewerOneIsBack() {
        // Given
        activate("10");
        activate("9");

        // When
        activate("10");

        // Then
        assertThat(control.rulebookStatus()).isEqualTo(ReasonCode.ALLOWED);
    }
}
