// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.RulebookStore;
import org.perimeter.policy.model.decision.SignedRulebook;

/** What every {@link RulebookStore} must do. */
public abstract class RulebookStoreContract extends StoreContract {

    private RulebookStore rulebooks() {
        return stores().rulebooks();
    }

    @Test
    void hasNoneAtFirst() {
        // When, Then
        assertThat(rulebooks().current()).isEmpty();
    }

    @Test
    void answersTheLastActivatedByteForByte() {
        // Given
        String yaml = "version: 1\n# caf\u00e9 \"quoted\" \t \ud83d\udd25\n" + "x".repeat(100_000);
        SignedRulebook first =
                new SignedRulebook("00ff", "version: 0\n", "note", SamplePost.WITNESSED);
        SignedRulebook second =
                new SignedRulebook(
                        "11ff", yaml, "\u2014 agency AbC=\n", SamplePost.WITNESSED.minusSeconds(5));
        rulebooks().activate(first);

        // When
        rulebooks().activate(second);

        // Then
        assertThat(rulebooks().current()).contains(second);
    }
}
