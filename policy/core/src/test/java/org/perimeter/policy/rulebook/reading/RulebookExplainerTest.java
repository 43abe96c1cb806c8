// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;
import org.perimeter.policy.rulebook.entry.Rule;

import java.time.LocalDate;

final class RulebookExplainerTest {

    @Test
    void saysEveryRuleWithNumberBoundsReasonAndOwner() {
        // Given
        Rulebook rulebook = RulebookFixture.rulebook();

        // When
        String text = RulebookExplainer.explain(rulebook, LocalDate.parse("2027-01-02"));

        // Then
        assertThat(text)
                .contains("Rulebook of Example City RTCC, version 1")
                .contains("It ends in 363 days")
                .contains("COL-02  Only posts about places inside the incident's fence are kept.")
                .contains("Set to: 2 km (can be set from 0.05 to 10; a higher number lets more")
                .contains("Set to: 0.5 ratio (can be set from 0.3 to 1; a lower number lets more")
                .contains("bomb threat")
                .contains("PROHIBITED  x (x)")
                .doesNotContain("READ THEM AGAIN");
        for (Rule rule : rulebook.rules()) {
            assertThat(text).contains(rule.id()).contains(rule.text()).contains(rule.owner());
        }
    }

    @Test
    void warnsOfTermsThatNobodyReadForAQuarter() {
        // Given
        Rulebook rulebook = RulebookFixture.rulebook();

        // When
        String text = RulebookExplainer.explain(rulebook, LocalDate.parse("2028-02-01"));

        // Then
        assertThat(text).contains("READ THEM AGAIN, 457 days ago").contains("IT HAS LAPSED");
    }
}
