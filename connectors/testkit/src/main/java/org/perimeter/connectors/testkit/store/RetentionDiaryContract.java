// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.retention.Erasure;
import org.perimeter.connectors.spi.store.retention.RetentionDiary;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.RetentionClass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What every {@link RetentionDiary} must do. */
public abstract class RetentionDiaryContract extends StoreContract {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.000000001Z");

    @Test
    void isEmptyBeforeTheFirstRound() {
        // When, Then
        assertThat(stores().retentionDiary().lastFinished()).isEmpty();
    }

    @Test
    void remembersTheLastRoundExactlyAndApartFromTheLedgersHeartbeat() {
        // Given
        stores().ledgerInbox().heartbeat(NOON.plusSeconds(7));
        stores().retentionDiary().finished(NOON);

        // When
        stores().retentionDiary().finished(NOON.plusSeconds(60));

        // Then
        assertThat(stores().retentionDiary().lastFinished()).contains(NOON.plusSeconds(60));
        assertThat(stores().ledgerInbox().lastDrained()).contains(NOON.plusSeconds(7));
    }

    @Test
    void keepsAnErasureOpenUntilItIsDoneAndTellsOfBoth() {
        // Given
        Erasure posts = erasure("e2", Erasure.Kind.POSTS, null, List.of("d1", "d2"));
        Erasure slice =
                erasure(
                        "e1",
                        Erasure.Kind.SLICE,
                        new RetentionSlice(RetentionClass.R1, LocalDate.parse("2026-11-24"), 7),
                        List.of());
        stores().retentionDiary().begin(posts, draft("intent e2"));
        stores().retentionDiary().begin(slice, draft("intent e1"));
        List<Erasure> open = stores().retentionDiary().open(10);

        // When
        stores().retentionDiary().done(slice, draft("done e1"));
        stores().retentionDiary().done(slice, draft("done e1"));

        // Then
        assertThat(open).containsExactly(slice, posts);
        assertThat(stores().retentionDiary().open(10)).containsExactly(posts);
        assertThat(stores().ledgerInbox().waiting(10))
                .containsExactlyInAnyOrder(
                        draft("intent e1"), draft("intent e2"), draft("done e1"));
    }

    private static Erasure erasure(
            String id, Erasure.Kind kind, @Nullable RetentionSlice slice, List<String> documents) {
        return new Erasure(id, kind, slice, "manual:1", documents, "00ff", NOON);
    }

    private static LedgerDraft draft(String payload) {
        return new LedgerDraft(
                "",
                0,
                LedgerEntryType.INTENT,
                NOON,
                "RET-01",
                "",
                Outcome.DROP,
                "jobs",
                "\"" + payload + "\"");
    }
}
