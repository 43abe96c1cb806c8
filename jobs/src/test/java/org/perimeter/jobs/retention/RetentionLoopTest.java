// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.ledger.Clerk;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class RetentionLoopTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String INCIDENT = "manual:1";

    @TempDir Path folder;

    private Instant now = NOON;
    private InMemoryStores stores;
    private IncidentKeys keys;
    private RetentionLoop loop;

    @BeforeEach
    void makeLoop() throws IOException {
        TestDeployment around = new TestDeployment(folder, TestRulebook.at(NOON), NOON);
        stores = around.stores();
        keys = around.incidentKeys();
        keys.openOrCreate(INCIDENT);
        Clerk clerk = new Clerk(stores.ledgerInbox(), "test");
        loop =
                new RetentionLoop(
                        stores,
                        around.rulebooks(),
                        new Eraser(stores, keys, () -> now),
                        new Sweeper(stores, clerk),
                        () -> now);
    }

    @Test
    @Control("RET-01")
    void keepsPostsUntilTheHoursAfterTheCloseAreOver() {
        // Given
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON, IncidentStatus.CLOSED, 2));
        store("d1", "2026-11-30");
        now = NOON.plus(Duration.ofHours(71));

        // When
        loop.run();

        // Then
        assertThat(stores.posts().find("d1")).isPresent();
        assertThat(keys.find(INCIDENT)).isPresent();
        assertThat(drafts()).isEmpty();
    }

    @Test
    @Control({"IDN-04", "RET-01", "RET-02"})
    void erasesPostsAndKeyAndTellsTheLedgerWhenTheHoursAreOver() {
        // Given
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON, IncidentStatus.CLOSED, 2));
        store("d1", "2026-11-30");
        store("d2", "2026-11-30");
        now = NOON.plus(Duration.ofHours(73));

        // When
        loop.run();

        // Then
        assertThat(stores.posts().find("d1")).isEmpty();
        assertThat(stores.posts().find("d2")).isEmpty();
        assertThat(stores.posts().findIdentity("d1")).isEmpty();
        assertThat(keys.find(INCIDENT)).isEmpty();
        assertThat(drafts())
                .extracting(LedgerDraft::type)
                .containsExactlyInAnyOrder(
                        LedgerEntryType.INTENT,
                        LedgerEntryType.DELETE,
                        LedgerEntryType.INTENT,
                        LedgerEntryType.KEY_DESTROY);
        assertThat(payloads(LedgerEntryType.DELETE))
                .singleElement()
                .asString()
                .contains("\"items\":2");
    }

    @Test
    @Control({"RET-01", "RET-02"})
    void dropsADayWhenItIsOverEvenWhileTheIncidentIsLive() {
        // Given
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON));
        store("d1", "2026-11-24");
        store("d2", "2026-11-25");
        now = Instant.parse("2026-11-25T00:00:00Z");

        // When
        loop.run();

        // Then
        assertThat(stores.posts().find("d1")).isEmpty();
        assertThat(stores.posts().find("d2")).isPresent();
        assertThat(drafts())
                .extracting(LedgerDraft::type)
                .containsExactlyInAnyOrder(LedgerEntryType.INTENT, LedgerEntryType.DELETE);
    }

    @Test
    void triesAgainInTheNextRoundWhenTheStoreWasAway() {
        // Given
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON, IncidentStatus.CLOSED, 2));
        store("d1", "2026-11-30");
        now = NOON.plus(Duration.ofHours(73));
        stores.posts().faults().down();
        loop.run();
        stores.posts().faults().up();
        assertThat(keys.find(INCIDENT)).isPresent();

        // When
        loop.run();

        // Then
        assertThat(stores.posts().find("d1")).isEmpty();
        assertThat(keys.find(INCIDENT)).isEmpty();
    }

    @Test
    void tellsTheLedgerOnce() {
        // Given
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON, IncidentStatus.CLOSED, 2));
        store("d1", "2026-11-30");
        now = NOON.plus(Duration.ofHours(73));

        // When
        loop.run();
        loop.run();

        // Then
        assertThat(drafts()).hasSize(4);
    }

    @Test
    void writesEachRoundThatDidAllIntoTheDiary() {
        // Given
        now = NOON.plus(Duration.ofHours(1));

        // When
        loop.run();

        // Then
        assertThat(stores.retentionDiary().lastFinished()).contains(now);
    }

    @Test
    @Control("RET-02")
    void doesNotCallARoundDoneWhenSomethingCouldNotBeDeleted() {
        // Given
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON, IncidentStatus.CLOSED, 2));
        store("d1", "2026-11-30");
        now = NOON.plus(Duration.ofHours(73));
        stores.posts().faults().throwNext(1);

        // When
        loop.run();

        // Then
        assertThat(stores.posts().find("d1")).isPresent();
        assertThat(stores.retentionDiary().lastFinished()).contains(NOON);
    }

    @Test
    @Control("RET-01")
    void goesOnAfterARulebookHasLapsed() {
        // Given
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON, IncidentStatus.CLOSED, 2));
        store("d1", "2099-01-01");
        now = NOON.plus(Duration.ofDays(800));

        // When
        loop.run();

        // Then
        assertThat(stores.posts().find("d1")).isEmpty();
        assertThat(keys.find(INCIDENT)).isEmpty();
    }

    @Test
    @Control("RET-01")
    void dropsDeadLettersAlertsAndCountsAtTheirAges() {
        // Given
        stores.deadLetters().write(List.of(letter("old", NOON), letter("new", NOON.plusMillis(1))));
        stores.alerts()
                .write(
                        List.of(
                                SampleAlert.of(INCIDENT, "old").withUpdatedAt(NOON).alert(),
                                SampleAlert.of(INCIDENT, "new")
                                        .withUpdatedAt(NOON.plus(Duration.ofDays(25)))
                                        .alert()));
        stores.tallies().put("gate", LocalDate.parse("2021-11-24"), NOON, Map.of("seen", 1L));
        stores.tallies().put("gate", LocalDate.parse("2026-11-24"), NOON, Map.of("seen", 2L));
        now = NOON.plus(Duration.ofDays(7)).plusMillis(1);
        loop.run();
        assertThat(stores.deadLetters().list(5)).extracting(DeadLetter::id).containsExactly("new");
        assertThat(stores.alerts().list(null, 5)).hasSize(2);

        // When
        now = NOON.plus(Duration.ofDays(30)).plusMillis(1);
        loop.run();

        // Then
        assertThat(stores.alerts().list(null, 5)).extracting(Alert::id).containsExactly("new");
        assertThat(stores.tallies().total()).isEqualTo(Map.of("seen", 2L));
        assertThat(drafts())
                .extracting(LedgerDraft::payload)
                .containsExactly(
                        "{\"items\":1,\"verified\":\"query\",\"what\":\"counts\"}",
                        "{\"items\":1,\"verified\":\"query\",\"what\":\"dead letters\"}",
                        "{\"items\":1,\"verified\":\"query\",\"what\":\"dead letters\"}",
                        "{\"items\":1,\"verified\":\"query\",\"what\":\"alerts\"}");
    }

    private static DeadLetter letter(String id, Instant at) {
        return new DeadLetter(
                id, Stage.INGEST, DeadLetterReason.MALFORMED_JSON, "exercise", "line 7", at);
    }

    private List<String> payloads(LedgerEntryType type) {
        return drafts().stream()
                .filter(draft -> draft.type() == type)
                .map(LedgerDraft::payload)
                .toList();
    }

    private List<LedgerDraft> drafts() {
        return stores.ledgerInbox().waiting(100);
    }

    @Test
    @Control("RET-02")
    void goesOnWithTheLastRulebookWhenTheOneInTheStoreIsNotValid() {
        // Given
        stores.incidents().put(TestPosts.incident(INCIDENT, NOON, IncidentStatus.CLOSED, 2));
        store("d1", "2026-11-30");
        loop.run();
        SignedRulebook valid = stores.rulebooks().current().orElseThrow();
        stores.rulebooks()
                .activate(new SignedRulebook(valid.hash(), valid.yaml(), "", valid.activatedAt()));
        now = NOON.plus(Duration.ofHours(73));

        // When
        loop.run();

        // Then
        assertThat(stores.posts().find("d1")).isEmpty();
        assertThat(keys.find(INCIDENT)).isEmpty();
    }

    private void store(String documentId, String deleteByDay) {
        PostWrite write = sample(documentId, deleteByDay);
        stores.posts().write(List.of(write)).toCompletableFuture().join();
    }

    private static PostWrite sample(String documentId, String deleteByDay) {
        return SamplePost.of(INCIDENT, documentId)
                .withSlice(RetentionClass.R1, deleteByDay)
                .upsert();
    }
}
