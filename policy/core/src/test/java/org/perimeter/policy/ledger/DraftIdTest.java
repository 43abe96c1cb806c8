// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.time.Instant;

class DraftIdTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    @Test
    void tellsApartWhatDiffersUnderOneNumber() {
        // When, Then
        assertThat(DraftId.of(draft("a", 1, NOW, "{}"))).isEqualTo(id("a", 1, "{}"));
        assertThat(id("a", 1, "{}"))
                .isNotEqualTo(id("a", 1, "{\"x\":1}"))
                .isNotEqualTo(id("a", 2, "{}"))
                .isNotEqualTo(id("b", 1, "{}"))
                .isNotEqualTo(DraftId.of(draft("a", 1, NOW.plusNanos(1), "{}")));
    }

    @Test
    void knowsADraftWithoutANumberWhoeverTellsItAndWhen() {
        // When, Then
        assertThat(id("a", 0, "{}")).isEqualTo(DraftId.of(draft("b", 0, NOW.plusNanos(1), "{}")));
        assertThat(id("a", 0, "{}")).isNotEqualTo(id("a", 0, "{\"x\":1}"));
        assertThat(id("a", 0, "{}")).isNotEqualTo(id("a", 1, "{}"));
    }

    private static String id(String producer, long sequence, String payload) {
        return DraftId.of(draft(producer, sequence, NOW, payload));
    }

    private static LedgerDraft draft(String producer, long sequence, Instant at, String payload) {
        return new LedgerDraft(
                producer,
                sequence,
                LedgerEntryType.DELETE,
                at,
                "RET-01",
                "",
                Outcome.DROP,
                "jobs",
                payload);
    }
}
