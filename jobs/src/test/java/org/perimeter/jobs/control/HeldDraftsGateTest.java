// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.LedgerWatch;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.jobs.fixture.VouchingReading;
import org.perimeter.policy.controls.Control;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** That the time since which drafts are held back is the ledger's age to the collection gate. */
class HeldDraftsGateTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryStores stores = new InMemoryStores();
    private final ControlPoller poller =
            new ControlPoller(
                    stores,
                    new VouchingReading(() -> stores, new TrustFolder(Path.of("none"), true)),
                    () -> NOON.plusSeconds(40));

    @BeforeEach
    void vouch() {
        stores.incidents().vouch(VouchingReading.NOTE);
    }

    @Test
    @Control("AUD-01")
    void anEmptyInboxProvesNothingWhileDraftsAreHeldBack() {
        // Given
        stores.ledgerInbox().heartbeat(NOON.plusSeconds(39));
        stores.ledgerWatch().holds(LedgerWatch.JOBS, NOON);

        // When
        List<ControlUpdate> updates = poller.readAll();

        // Then
        assertThat(updates).last().extracting(ControlUpdate::ledgerDrainedAt).isEqualTo(NOON);
    }

    @Test
    void theHeartbeatCountsWhenItIsOlderOrNothingIsHeld() {
        // Given
        stores.ledgerInbox().heartbeat(NOON);
        stores.ledgerWatch().holds(LedgerWatch.JOBS, NOON.plusSeconds(7));
        ControlUpdate older = last(poller.readAll());

        // When
        stores.ledgerWatch().holds(LedgerWatch.JOBS, null);

        // Then
        assertThat(older.ledgerDrainedAt()).isEqualTo(NOON);
        assertThat(last(poller.readAll()).ledgerDrainedAt()).isEqualTo(NOON);
    }

    private static ControlUpdate last(List<ControlUpdate> updates) {
        return updates.get(updates.size() - 1);
    }
}
