// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.time.Instant;
import java.util.List;

/** What every {@link IncidentStore} must do. */
public abstract class IncidentStoreContract extends StoreContract {

    private static final Instant TIME = SampleIncident.OPENED;

    private IncidentStore incidents() {
        return stores().incidents();
    }

    private static List<String> ids(List<Incident> incidents) {
        return incidents.stream().map(Incident::id).toList();
    }

    private void put(String id, Instant updatedAt) {
        incidents().put(SampleIncident.of(id).withUpdatedAt(updatedAt).incident());
    }

    @Test
    void findsACircleAtOnceAndUnchanged() {
        // Given
        Incident incident = SampleIncident.of("manual:1").incident();

        // When
        boolean written = incidents().put(incident);

        // Then
        assertThat(written).isTrue();
        assertThat(incidents().find("manual:1")).contains(incident);
        assertThat(incidents().find("manual:2")).isEmpty();
    }

    @Test
    void keepsAPolygonWithItsHoleAndItsEnd() {
        // Given
        Incident incident =
                SampleIncident.of("cad:strange id/1?x=\u00e9")
                        .withFence(SampleIncident.squareWithHole())
                        .withStatus(IncidentStatus.CLOSED)
                        .incident();

        // When
        incidents().put(incident);

        // Then
        assertThat(incidents().find(incident.id())).contains(incident);
    }

    @Test
    void keepsRenewalsApprovalsAndWhatWasStated() {
        // Given
        Incident incident = SampleIncident.of("manual:1").withALife();

        // When
        incidents().put(incident);

        // Then
        assertThat(incidents().find("manual:1")).contains(incident);
    }

    @Test
    void refusesTheSameAndOlderVersions() {
        // Given
        SampleIncident second = SampleIncident.of("manual:1").withVersion(2);
        incidents().put(second.incident());

        // When
        boolean same = incidents().put(second.withStatus(IncidentStatus.CANCELLED).incident());
        boolean older =
                incidents()
                        .put(second.withVersion(1).withStatus(IncidentStatus.CANCELLED).incident());

        // Then
        assertThat(same).isFalse();
        assertThat(older).isFalse();
        assertThat(incidents().find("manual:1")).contains(second.incident());
    }

    @Test
    void replacesAnIncidentByItsNewerVersion() {
        // Given
        SampleIncident first = SampleIncident.of("manual:1");
        Incident closed = first.withVersion(2).withStatus(IncidentStatus.CLOSED).incident();
        incidents().put(first.incident());

        // When
        boolean written = incidents().put(closed);

        // Then
        assertThat(written).isTrue();
        assertThat(incidents().find("manual:1")).contains(closed);
        assertThat(incidents().list(10)).containsExactly(closed);
    }

    @Test
    void listsChangesInOrderWithoutLosingEqualOrCloseTimes() {
        // Given
        put("manual:3", TIME);
        put("manual:1", TIME);
        put("manual:2", TIME.plusNanos(1));
        put("manual:0", TIME.minusNanos(1));

        // When
        List<Incident> fromTheInstant = incidents().changedSince(TIME, "", 10);

        // Then
        assertThat(ids(fromTheInstant)).containsExactly("manual:1", "manual:3", "manual:2");
        assertThat(ids(incidents().changedSince(TIME, "manual:1", 10)))
                .containsExactly("manual:3", "manual:2");
        assertThat(ids(incidents().changedSince(TIME, "manual:3", 10))).containsExactly("manual:2");
        assertThat(incidents().changedSince(TIME.plusNanos(1), "manual:2", 10)).isEmpty();
        assertThat(ids(incidents().changedSince(Instant.EPOCH, "", 2)))
                .containsExactly("manual:0", "manual:1");
    }

    @Test
    void listsAChangedIncidentAtItsNewPlace() {
        // Given
        put("manual:1", TIME);
        put("manual:2", TIME.plusSeconds(1));

        // When
        incidents()
                .put(
                        SampleIncident.of("manual:1")
                                .withVersion(2)
                                .withUpdatedAt(TIME.plusSeconds(2))
                                .incident());

        // Then
        assertThat(ids(incidents().changedSince(TIME, "manual:1", 10)))
                .containsExactly("manual:2", "manual:1");
    }

    @Test
    void listsNewestOpeningFirst() {
        // Given
        incidents().put(SampleIncident.of("manual:1").withOpenedAt(TIME).incident());
        incidents().put(SampleIncident.of("manual:2").withOpenedAt(TIME.plusSeconds(9)).incident());
        incidents()
                .put(SampleIncident.of("manual:3").withOpenedAt(TIME.minusSeconds(9)).incident());

        // When, Then
        assertThat(ids(incidents().list(2))).containsExactly("manual:2", "manual:1");
    }

    @Test
    void writesAnIncidentTogetherWithTheDraftThatTellsOfIt() {
        // Given
        Incident incident = SampleIncident.of("manual:1").incident();

        // When
        boolean written = incidents().put(incident, draft(1));

        // Then
        assertThat(written).isTrue();
        assertThat(incidents().find("manual:1")).contains(incident);
        assertThat(incidents().list(10)).containsExactly(incident);
        assertThat(stores().ledgerInbox().waiting(10)).containsExactly(draft(1));
    }

    @Test
    void handsOnlyTheDraftInWhenThisVeryVersionIsStored() {
        // Given
        Incident incident = SampleIncident.of("manual:1").incident();
        incidents().put(incident);

        // When
        boolean written = incidents().put(incident.withUpdatedAt(TIME.plusSeconds(5)), draft(1));
        boolean again = incidents().put(incident.withUpdatedAt(TIME.plusSeconds(9)), draft(1));

        // Then
        assertThat(written).isFalse();
        assertThat(again).isFalse();
        assertThat(incidents().find("manual:1")).contains(incident);
        assertThat(stores().ledgerInbox().waiting(10)).containsExactly(draft(1));
    }

    @Test
    void tellsNothingOfAVersionThatIsNotWritten() {
        // Given
        SampleIncident second = SampleIncident.of("manual:1").withVersion(2);
        incidents().put(second.incident());

        // When
        boolean older = incidents().put(second.withVersion(1).incident(), draft(1));
        boolean other =
                incidents().put(second.withStatus(IncidentStatus.CANCELLED).incident(), draft(2));

        // Then
        assertThat(older).isFalse();
        assertThat(other).isFalse();
        assertThat(incidents().find("manual:1")).contains(second.incident());
        assertThat(stores().ledgerInbox().waiting(10)).isEmpty();
    }

    private static LedgerDraft draft(long version) {
        return new LedgerDraft(
                "",
                0,
                LedgerEntryType.INCIDENT_OPEN,
                TIME,
                "COL-01",
                "",
                Outcome.COLLECT,
                "jobs",
                "{\"incident\":\"manual:1\",\"version\":" + version + "}");
    }

    @Test
    void keepsTheDocketThatWasWrittenLast() {
        // Given
        String longer = "docket\n".repeat(20_000);

        // When
        incidents().vouch("first");
        incidents().vouch(longer);

        // Then
        assertThat(incidents().docket()).contains(longer);
    }
}
