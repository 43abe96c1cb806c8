// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.util.List;

/** What every {@link LedgerInbox} must do. */
public abstract class LedgerInboxContract extends StoreContract {

    private LedgerInbox inbox() {
        return stores().ledgerInbox();
    }

    private static LedgerDraft draft(String producer, long sequence, String payload) {
        return new LedgerDraft(
                producer,
                sequence,
                LedgerEntryType.COLLECT_BATCH,
                SamplePost.WITNESSED,
                "COL-01",
                "00ff",
                Outcome.COLLECT,
                "jobs",
                payload);
    }

    @Test
    void answersWaitingDraftsByProducerAndNumber() {
        // Given
        LedgerDraft a2 = draft("jobs-a-0", 2, "{\"seen\":2}");
        LedgerDraft a10 = draft("jobs-a-0", 10, "{\"seen\":10}");
        LedgerDraft b1 = draft("jobs-b-0", 1, "{}");
        await(inbox().write(List.of(b1, a10, a2)));

        // When
        List<LedgerDraft> waiting = inbox().waiting(10);

        // Then
        assertThat(waiting).containsExactly(a2, a10, b1);
        assertThat(inbox().waiting(2)).containsExactly(a2, a10);
    }

    @Test
    void keepsOneOfTwoDraftsThatSayTheSame() {
        // Given
        LedgerDraft first = draft("jobs-a-0", 1, "{\"seen\":1}");
        await(inbox().write(List.of(first)));

        // When
        List<Result> results = results(inbox().write(List.of(first)));

        // Then
        assertThat(results).containsExactly(Result.OK);
        assertThat(inbox().waiting(10)).containsExactly(first);
    }

    @Test
    void keepsBothDraftsOfOneNumberThatSayDifferentThings() {
        // Given
        LedgerDraft first = draft("jobs-a-0", 1, "{\"seen\":1}");
        LedgerDraft other = draft("jobs-a-0", 1, "{\"seen\":2}");
        await(inbox().write(List.of(first)));

        // When
        List<Result> results = results(inbox().write(List.of(other)));

        // Then
        assertThat(results).containsExactly(Result.OK);
        assertThat(inbox().waiting(10)).containsExactlyInAnyOrder(first, other);
    }

    @Test
    void knowsADraftWithoutANumberByWhatItSays() {
        // Given
        LedgerDraft draft = draft("intake-1", 0, "{\"incident\":\"manual:1\"}");
        LedgerDraft again = draft("intake-2", 0, "{\"incident\":\"manual:1\"}");
        LedgerDraft other = draft("intake-1", 0, "{\"incident\":\"manual:2\"}");
        await(inbox().write(List.of(draft)));

        // When
        List<Result> results = results(inbox().write(List.of(again, other)));

        // Then
        assertThat(results).containsExactly(Result.OK, Result.OK);
        assertThat(inbox().waiting(10)).containsExactlyInAnyOrder(draft, other);
    }

    @Test
    void remembersForAWhileThatADraftWithoutANumberIsInTheLedger() {
        // Given
        LedgerDraft draft = draft("intake-1", 0, "{\"incident\":\"manual:1\"}");
        await(inbox().write(List.of(draft)));
        inbox().acknowledge(List.of(draft), SamplePost.WITNESSED);

        // When
        await(inbox().write(List.of(draft)));
        inbox().forget(SamplePost.WITNESSED);
        await(inbox().write(List.of(draft)));
        List<LedgerDraft> remembered = inbox().waiting(10);
        inbox().forget(SamplePost.WITNESSED.plusNanos(1));
        await(inbox().write(List.of(draft)));

        // Then
        assertThat(remembered).isEmpty();
        assertThat(inbox().waiting(10)).containsExactly(draft);
    }

    @Test
    void takesAwayWhatIsAcknowledgedAndNothingElse() {
        // Given
        LedgerDraft first = draft("jobs-a-0", 1, "{}");
        LedgerDraft second = draft("jobs-a-0", 2, "{}");
        await(inbox().write(List.of(first, second)));

        // When
        inbox().acknowledge(List.of(first), SamplePost.WITNESSED);
        inbox().acknowledge(List.of(first), SamplePost.WITNESSED);

        // Then
        assertThat(inbox().waiting(10)).containsExactly(second);
    }

    @Test
    void acknowledgesNothingWhenNothingIsGiven() {
        // Given
        LedgerDraft first = draft("jobs-a-0", 1, "{}");
        await(inbox().write(List.of(first)));

        // When
        inbox().acknowledge(List.of(), SamplePost.WITNESSED);

        // Then
        assertThat(inbox().waiting(10)).containsExactly(first);
        assertThat(results(inbox().write(List.of()))).isEmpty();
    }

    @Test
    void remembersTheLastHeartbeat() {
        // Given
        boolean before = inbox().lastDrained().isPresent();
        inbox().heartbeat(SamplePost.WITNESSED);

        // When
        inbox().heartbeat(SamplePost.WITNESSED.plusNanos(7));

        // Then
        assertThat(before).isFalse();
        assertThat(inbox().lastDrained()).contains(SamplePost.WITNESSED.plusNanos(7));
    }
}
