// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.ledger.Clerk;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills retention at every step of a round that drops a day, erases an incident's posts and
 * destroys its key, and starts it again.
 */
class EraserDeathTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofHours(73));
    private static final String INCIDENT = "manual:1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private TestDeployment around;
    private InMemoryStores stores;
    private IncidentKeys keys;

    /** Ends the process like a signal: nothing of ours catches it. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void storeWhatIsDue() throws IOException {
        around = new TestDeployment(folder, TestRulebook.at(NOON), NOON);
        stores = around.stores();
        keys = around.incidentKeys();
        keys.openOrCreate(INCIDENT);
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON, IncidentStatus.CLOSED, 2));
        store("d1", "2026-11-24");
        store("d2", "2026-11-30");
        store("d3", "2026-11-30");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    @Control({"AUD-02", "IDN-04", "RET-02"})
    void completesAndTellsWhateverStepItDiedAt(int step) {
        // Given
        RetentionLoop first = loop(killsAt(step));
        assertThatThrownBy(first::run).isInstanceOf(Killed.class);

        // When
        loop(() -> DUE).run();

        // Then
        assertThat(stores.posts().slices()).isEmpty();
        assertThat(keys.find(INCIDENT)).isEmpty();
        assertThat(stores.retentionDiary().open(10)).isEmpty();
        assertThat(items(LedgerEntryType.DELETE)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(drafts(LedgerEntryType.KEY_DESTROY)).hasSize(1);
    }

    @Test
    @Control("RET-02")
    void leavesAnOpenErasureAndSaysThatItWasTakenUpAgain() {
        // Given
        assertThatThrownBy(loop(killsAt(2))::run).isInstanceOf(Killed.class);
        int open = stores.retentionDiary().open(10).size();
        List<Long> toldBefore = items(LedgerEntryType.DELETE);

        // When
        loop(() -> DUE).run();

        // Then
        assertThat(open).isEqualTo(1);
        assertThat(toldBefore).isEmpty();
        assertThat(drafts(LedgerEntryType.INTENT))
                .filteredOn(intent -> intent.payload().contains("\"resumed\":true"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void tellsOfEachDeedOnceWhicheverDraftWasRefused(int refused) {
        // Given
        AtomicInteger looks = new AtomicInteger();
        InstantSource refusing =
                () -> {
                    if (looks.incrementAndGet() == refused) {
                        stores.ledgerInbox().faults().retryNext(1);
                    }
                    return DUE;
                };
        loop(refusing).run();

        // When
        loop(() -> DUE).run();
        loop(() -> DUE).run();

        // Then
        assertThat(items(LedgerEntryType.DELETE)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(drafts(LedgerEntryType.KEY_DESTROY)).hasSize(1);
        assertThat(stores.retentionDiary().open(10)).isEmpty();
    }

    private RetentionLoop loop(InstantSource clock) {
        Clerk clerk = new Clerk(stores.ledgerInbox(), "test");
        return new RetentionLoop(
                stores,
                around.rulebooks(),
                new Eraser(stores, keys, clock),
                new Sweeper(stores, clerk),
                () -> DUE);
    }

    /** The eraser looks at the clock before it begins and before it crosses out. */
    private static InstantSource killsAt(int step) {
        AtomicInteger looks = new AtomicInteger();
        return () -> {
            if (looks.incrementAndGet() == step) {
                throw new Killed();
            }
            return DUE;
        };
    }

    private List<LedgerDraft> drafts(LedgerEntryType type) {
        return stores.ledgerInbox().waiting(100).stream()
                .filter(draft -> draft.type() == type)
                .toList();
    }

    private List<Long> items(LedgerEntryType type) {
        return drafts(type).stream().map(EraserDeathTest::items).toList();
    }

    private static long items(LedgerDraft draft) {
        try {
            JsonNode payload = JSON.readTree(draft.payload());
            return payload.path("items").asLong();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(String documentId, String deleteByDay) {
        stores.posts()
                .write(
                        List.of(
                                SamplePost.of(INCIDENT, documentId)
                                        .withSlice(RetentionClass.R1, deleteByDay)
                                        .upsert()))
                .toCompletableFuture()
                .join();
    }
}
