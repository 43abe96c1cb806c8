// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.memory.InMemoryIncidentStore;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.jobs.fixture.LedgerOfIncidents;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.IncidentSeal;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.docket.Docket;
import org.perimeter.policy.ledger.docket.DocketBook;
import org.perimeter.policy.ledger.docket.DocketLine;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.tlog.note.NoteSigner;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

/**
 * An insider who can write whatever he likes into the store, and reach the ledger's inbox, but does
 * not hold the deployment's keys: nothing is collected by his hand.
 */
class UnvouchedIncidentsTest {

    private static final String ID = "cad:1";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir private Path folder;
    private final InMemoryStores stores = new InMemoryStores();
    private final Incident opened = TestPosts.incident(ID, NOON);
    private Instant now = NOON;
    private LedgerOfIncidents ledger;
    private ControlPoller poller;
    private ControlView view;

    @BeforeEach
    void start() throws IOException {
        KeyFolder keys = KeyFolder.create(folder.resolve("keys"), "rtcc.example.org/audit");
        ledger = new LedgerOfIncidents(folder.resolve("ledger"), keys);
        restartTheJob();
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void collectsForAnIncidentFromTheFirstPollAfterItsEntry() throws IOException {
        // Given
        ledger.enter(opened);
        store().put(opened);

        // When
        tell();

        // Then
        assertThat(view.anyLive()).isTrue();
        assertThat(view.incident(ID)).isEqualTo(opened);
        assertThat(view.ledgerDrainedAt()).isEqualTo(now);
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void collectsNothingForADocumentThatOnlyTheStoreHas() throws IOException {
        // Given
        store().forge(opened);

        // When
        tell();
        boolean atOnce = view.anyLive();
        later(Duration.ofMinutes(5));
        tell();

        // Then
        assertThat(atOnce).isFalse();
        assertThat(view.anyLive()).isFalse();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void anAlteredFenceOrEndHasNoReceipt() throws IOException {
        // Given
        ledger.enter(opened);
        store().forge(with(opened, 9_000, opened.expiresAt(), 1));
        tell();
        boolean larger = view.anyLive();

        // When
        restartTheJob();
        store().forge(with(opened, 500, opened.expiresAt().plus(Duration.ofHours(60)), 1));
        tell();

        // Then
        assertThat(larger).isFalse();
        assertThat(view.anyLive()).isFalse();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void aForgedNewerVersionChangesNothing() throws IOException {
        // Given
        ledger.enter(opened);
        store().put(opened);
        tell();

        // When
        store().forge(with(opened, 9_000, opened.expiresAt(), 7));
        later(Duration.ofSeconds(1));
        tell();
        later(Duration.ofMinutes(5));
        tell();

        // Then
        assertThat(view.incident(ID)).isEqualTo(opened);
        assertThat(view.anyLive()).isTrue();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void theReceiptOfOneIncidentIsNoneOfAnother() throws IOException {
        // Given
        ledger.enter(opened);
        Incident other = TestPosts.incident("cad:2", NOON);
        store().forge(other);

        // When
        tell();

        // Then
        assertThat(view.incident("cad:2"))
                .isNotNull()
                .extracting(Incident::status)
                .isEqualTo(IncidentStatus.CLOSED);
        assertThat(view.anyLive()).isFalse();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void anEarlierVersionThatIsPutBackCollectsNothing() throws IOException {
        // Given
        Incident closed = closed(opened);
        ledger.enter(opened);
        String whileItWasOpen = ledger.docket(NOON);
        ledger.enter(closed);
        later(Duration.ofMinutes(2));
        tell();

        // When
        store().forge(opened);
        restartTheJob();
        tell();
        boolean underTheDocket = view.anyLive();
        restartTheJob();
        stores.incidents().vouch(whileItWasOpen);
        stores.ledgerInbox().heartbeat(now);
        poll();

        // Then
        assertThat(underTheDocket).isFalse();
        assertThat(view.ledgerDrainedAt())
                .as("the old docket's age is the ledger's")
                .isEqualTo(NOON);
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void aRunningJobIsNotTakenBackToAnOlderDocket() throws IOException {
        // Given
        ledger.enter(opened);
        store().put(opened);
        tell();
        String whileItWasOpen = ledger.docket(NOON);
        ledger.enter(closed(opened));
        later(Duration.ofSeconds(10));
        tell();

        // When
        stores.incidents().vouch(whileItWasOpen);
        later(Duration.ofSeconds(6));
        poll();

        // Then
        assertThat(view.anyLive()).isFalse();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void whatTheLedgerHasClosedStopsAlthoughTheStoreKeepsItLive() throws IOException {
        // Given
        ledger.enter(opened);
        store().put(opened);
        tell();

        // When
        ledger.enter(closed(opened));
        later(Duration.ofSeconds(1));
        tell();
        later(Duration.ofSeconds(6));
        tell();

        // Then
        assertThat(view.anyLive()).isFalse();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void anEndInTheStoreStopsAtOnceAlsoBeforeItsEntry() throws IOException {
        // Given
        ledger.enter(opened);
        store().put(opened);
        tell();

        // When
        store().put(closed(opened));
        poll();

        // Then
        assertThat(view.anyLive()).isFalse();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void aChangeGoesThroughWithoutAGap() throws IOException {
        // Given
        ledger.enter(opened);
        store().put(opened);
        tell();
        Incident next = with(opened, 400, opened.expiresAt(), 2);

        // When
        ledger.enter(next);
        later(Duration.ofMillis(250));
        tell();
        boolean between = view.anyLive();
        store().put(next);
        poll();

        // Then
        assertThat(between).isTrue();
        assertThat(view.incident(ID)).isEqualTo(next);
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void aDocketThatTheLogDidNotSignStopsCollection() throws Exception {
        // Given
        store().forge(opened);
        NoteSigner insider =
                new NoteSigner(
                        "rtcc.example.org/audit",
                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        Docket forged = new Docket(now, 1, Map.of(ID, DocketLine.of(opened, 0)));

        // When
        stores.incidents().vouch(forged.signed(insider));
        stores.ledgerInbox().heartbeat(now);
        poll();

        // Then
        assertThat(view.anyLive()).isFalse();
        assertThat(view.ledgerDrainedAt()).isNull();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void anEntryWithoutTheSealOfOurKeysIsNoReceipt() throws IOException {
        // Given
        IncidentSeal guessed = new IncidentSeal(new SecretKeySpec(new byte[32], "AES"));
        store().forge(opened);

        // When
        ledger.enter(new IncidentPayload(guessed).members(opened));
        tell();

        // Then
        assertThat(view.anyLive()).isFalse();
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void aHeartbeatThatOnlyTheStoreHasIsNotBelieved() throws IOException {
        // Given
        ledger.enter(opened);
        store().put(opened);
        tell();

        // When
        later(Duration.ofMinutes(2));
        stores.ledgerInbox().heartbeat(now);
        poll();

        // Then
        assertThat(view.ledgerDrainedAt()).isEqualTo(NOON);
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void whatMayStillHoldPostsIsToldAsOverSoThatDeletesReachIt() throws IOException {
        // Given
        store().forge(opened);
        tell();

        // When
        later(Duration.ofSeconds(6));
        tell();

        // Then
        assertThat(view.incident(ID))
                .isNotNull()
                .extracting(Incident::status)
                .isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    @Control("RET-03")
    void whoBeginsHearsAtOnceOfWhatMayHoldPostsThoughNobodyVouchesForItYet() throws IOException {
        // Given
        store().forge(opened);

        // When
        tell();

        // Then
        assertThat(view.anyLive()).isFalse();
        assertThat(view.incident(ID))
                .isNotNull()
                .extracting(Incident::status)
                .isEqualTo(IncidentStatus.CLOSED);
        ledger.enter(opened);
        tell();
        assertThat(view.anyLive()).isTrue();
    }

    @Test
    @Control("COL-01")
    void collectsAgainWhenAForgedVersionWasPutRightAndTheIncidentGoesOn() throws IOException {
        // Given
        ledger.enter(opened);
        store().put(opened);
        tell();
        store().forge(with(opened, 9_000, opened.expiresAt(), 7));
        later(Duration.ofSeconds(6));
        tell();
        Incident second = with(opened, 400, opened.expiresAt(), 2);

        // When
        ledger.enter(second);
        store().forge(second);
        tell();

        // Then
        assertThat(view.anyLive()).isTrue();
        assertThat(view.incident(ID)).isEqualTo(second);
    }

    @Test
    @Control({"COL-01", "AUD-01"})
    void goesOnFromAnEarlierDocketAsFromTheWholeLog() throws IOException {
        // Given
        ledger.enter(opened);
        Docket first = ledger.open(ledger.docket(NOON));
        for (int i = 0; i < 600; i++) {
            ledger.enter(Map.of("incident", "cad:noise", "version", Integer.toString(i)));
        }
        ledger.enter(closed(opened));

        // When
        DocketBook resumed = ledger.book();
        resumed.resume(first);

        // Then
        assertThat(resumed.read(NOON)).isEqualTo(ledger.book().read(NOON));
        assertThat(resumed.read(NOON).vouchesFor(opened)).isFalse();
        assertThat(resumed.unsealed()).isEqualTo(600);
    }

    private void restartTheJob() {
        TrustFolder trust = new TrustFolder(folder.resolve("keys"), true);
        poller = new ControlPoller(stores, trust, () -> now);
        view = new ControlView(trust, () -> now);
    }

    private void tell() throws IOException {
        ledger.tell(stores, now);
        poll();
    }

    private void poll() {
        poller.readAll().forEach(view::apply);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private InMemoryIncidentStore store() {
        return stores.incidents();
    }

    private static Incident closed(Incident incident) {
        Incident at = incident.withheldAt(NOON.plusSeconds(5), incident.version());
        return with(at, 500, at.expiresAt(), incident.version() + 1);
    }

    private static Incident with(
            Incident incident, double radius, Instant expiresAt, long version) {
        return new Incident(
                incident.id(),
                incident.source(),
                incident.caseNumber(),
                incident.title(),
                incident.category(),
                incident.priority(),
                incident.status(),
                Fence.circle(TestPosts.MALL, radius),
                incident.openedAt(),
                incident.updatedAt(),
                expiresAt,
                incident.closedAt(),
                incident.protectedPlace(),
                incident.protectedPlaceApproved(),
                incident.exercise(),
                version,
                incident.life());
    }
}
