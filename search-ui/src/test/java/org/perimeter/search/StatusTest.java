// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.SampleIncident;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.RulebookTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What the console says about itself, and what it does with rulebooks at its start. */
final class StatusTest {

    private static final LocalDate EFFECTIVE = LocalDate.parse("2026-11-01");

    @TempDir Path folder;
    private ConsoleFixture console;

    @BeforeEach
    void prepare() throws Exception {
        console = new ConsoleFixture(folder);
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @Test
    void aSignedRulebookIsActivatedOnceAndCollectionWaitsForAnIncident() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, true);
        console.stores.ledgerInbox().heartbeat(ConsoleFixture.NOON);

        // When
        start();

        // Then
        JsonNode status = status();
        assertThat(status.path("rulebook").path("inForce").asBoolean()).isTrue();
        assertThat(status.path("rulebook").path("sunset").asText()).isEqualTo("2027-10-31");
        assertThat(status.path("collecting").path("allowed").asBoolean()).isFalse();
        assertThat(status.path("collecting").path("reason").asText()).isEqualTo("NO_LIVE_INCIDENT");
        assertThat(status.path("store").asText()).isEqualTo("UP");
        assertThat(status.path("ledger").path("size").asLong()).isEqualTo(1);
        assertThat(console.stores.rulebooks().current().orElseThrow().hash())
                .isEqualTo(status.path("rulebook").path("hash").asText());
        assertThat(console.ledger.of(LedgerEntryType.RULEBOOK_ACTIVATE)).hasSize(1);
    }

    @Test
    void withALiveIncidentCollectionIsAllowed() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, true);
        console.stores.ledgerInbox().heartbeat(ConsoleFixture.NOON);
        Incident incident = SampleIncident.of("manual:1").incident();
        console.stores.incidents().put(incident);
        console.stores.incidents().vouch(console.ledger.docket(ConsoleFixture.NOON, incident));

        // When
        start();

        // Then
        assertThat(status().path("collecting").path("allowed").asBoolean()).isTrue();
        assertThat(status().path("liveIncidents").asLong()).isEqualTo(1);
        assertThat(status().path("withoutReceipt").asLong()).isZero();
    }

    @Test
    @Control({"COL-01", "AUD-02"})
    void anIncidentThatTheLedgerDoesNotHaveOpensNothingAndRaisesOneAlarm() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, true);
        console.stores.ledgerInbox().heartbeat(ConsoleFixture.NOON);
        console.stores.incidents().put(SampleIncident.of("manual:1").incident());
        start();

        // When
        console.console().lookForReceipts();
        console.console().lookForReceipts();

        // Then
        assertThat(status().path("collecting").path("reason").asText())
                .isEqualTo("NO_LIVE_INCIDENT");
        assertThat(status().path("liveIncidents").asLong()).isZero();
        assertThat(status().path("withoutReceipt").asLong()).isEqualTo(1);
        assertThat(console.ledger.of(LedgerEntryType.DENY))
                .singleElement()
                .extracting(LedgerDraft::payload)
                .asString()
                .contains("NO_RECEIPT", "manual:1");
        JsonNode report = ConsoleFixture.json(console.get("/api/v1/report"));
        assertThat(report.path("incidents").path("withoutReceipt").asLong()).isEqualTo(1);
    }

    @Test
    @Control("AUD-01")
    void whenNobodyDrainsTheLedgerCollectionStops() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, true);
        console.stores.ledgerInbox().heartbeat(ConsoleFixture.NOON);
        console.stores.incidents().put(SampleIncident.of("manual:1").incident());
        start();

        // When
        console.clock.advance(Duration.ofMinutes(5));

        // Then
        assertThat(status().path("collecting").path("reason").asText())
                .isEqualTo("LEDGER_NOT_DRAINED");
    }

    @Test
    void theSameRulebookIsNotActivatedAgain() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, true);
        start();

        // When
        console.console().openRulebook();

        // Then
        assertThat(console.ledger.of(LedgerEntryType.RULEBOOK_ACTIVATE)).hasSize(1);
    }

    @Test
    @Control("GOV-01")
    void anUnsignedRulebookDoesNotGovernAndTheStatusSaysWhy() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, false);

        // When
        start();

        // Then
        JsonNode status = status();
        assertThat(status.path("rulebook").path("inForce").asBoolean()).isFalse();
        assertThat(status.path("rulebook").path("reason").asText()).isEqualTo("RULEBOOK_UNSIGNED");
        assertThat(status.path("rulebook").path("problems").path(0).asText())
                .contains("SIGNATURES");
        assertThat(status.path("collecting").path("reason").asText())
                .isEqualTo("RULEBOOK_UNSIGNED");
        assertThat(console.stores.rulebooks().current()).isEmpty();
        assertThat(console.ledger.of(LedgerEntryType.RULEBOOK_ACTIVATE)).isEmpty();
    }

    @Test
    void anInvalidRulebookLeavesTheOneBeforeInForce() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, true);
        start();
        String before = status().path("rulebook").path("hash").asText();
        console.writeRulebook(EFFECTIVE.plusDays(1), false);

        // When
        console.console().openRulebook();

        // Then
        assertThat(status().path("rulebook").path("inForce").asBoolean()).isTrue();
        assertThat(status().path("rulebook").path("hash").asText()).isEqualTo(before);
        assertThat(status().path("rulebook").path("problems")).isNotEmpty();
        assertThat(console.stores.rulebooks().current().orElseThrow().hash()).isEqualTo(before);
    }

    @Test
    @Control("GOV-01")
    void aRulebookThatWasReplacedDoesNotComeBack() throws Exception {
        // Given
        String rules = RulebookTemplate.render("Example City RTCC", EFFECTIVE);
        console.writeRulebook(rules, true);
        start();
        console.writeRulebook(rules.replace("version: \"1\"", "version: \"10\""), true);
        console.console().openRulebook();
        String tenth = status().path("rulebook").path("hash").asText();
        console.writeRulebook(rules.replace("version: \"1\"", "version: \"9\""), true);

        // When
        console.console().openRulebook();

        // Then
        assertThat(status().path("rulebook").path("hash").asText()).isEqualTo(tenth);
        assertThat(status().path("rulebook").path("problems").path(0).asText())
                .contains("version", "10");
        assertThat(console.stores.rulebooks().current().orElseThrow().hash()).isEqualTo(tenth);
        assertThat(console.ledger.of(LedgerEntryType.RULEBOOK_ACTIVATE)).hasSize(2);
    }

    @Test
    void aRulebookThatIsMissingIsSaid() throws Exception {
        // Given no rulebook

        // When
        start();

        // Then
        assertThat(status().path("rulebook").path("reason").asText()).isEqualTo("NO_RULEBOOK");
        assertThat(status().path("rulebook").path("problems").path(0).asText())
                .contains("rulebook.yaml");
    }

    @Test
    void aRulebookThatLapsesWhileTheConsoleRunsEndsCollection() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, true);
        start();

        // When
        console.clock.advance(Duration.ofDays(400));

        // Then
        assertThat(status().path("rulebook").path("inForce").asBoolean()).isFalse();
        assertThat(status().path("collecting").path("reason").asText())
                .isEqualTo("RULEBOOK_EXPIRED");
    }

    @Test
    void aStoreThatIsDownIsSaid() throws Exception {
        // Given
        console.writeRulebook(EFFECTIVE, true);
        start();

        // When
        console.stores.incidents().faults().down();

        // Then
        assertThat(status().path("store").asText()).isEqualTo("DOWN");
    }

    private void start() {
        console.start(List.of(Role.values()));
    }

    private JsonNode status() throws Exception {
        return ConsoleFixture.json(console.get("/api/v1/status"));
    }
}
