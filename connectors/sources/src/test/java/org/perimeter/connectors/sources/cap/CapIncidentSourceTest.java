// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.cap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.sources.ManualClock;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class CapIncidentSourceTest {

    private static final Rulebook RULES =
            RulebookDraft.parse(
                            RulebookTemplate.render(
                                    "Invented City RTCC", LocalDate.parse("2026-11-01")))
                    .rulebook()
                    .orElseThrow();

    private static final String CIRCLE = "<circle>-45.87,-125.39 0.5</circle>";
    private static final String BOW_TIE =
            "<polygon>-45.87,-125.39 -45.86,-125.38 -45.86,-125.39 -45.87,-125.38"
                    + " -45.87,-125.39</polygon>";
    private static final String AREA =
            "<area><areaDesc>Invented docks</areaDesc>" + CIRCLE + "</area>";

    @TempDir private Path folder;
    private final ManualClock clock = new ManualClock("2026-11-24T12:00:00Z");
    private SourceCursor cursor = SourceCursor.START;

    @Test
    void followsAnIncidentFromItsAlertToItsCancellation() {
        // Given
        IncidentSource source = source();
        drop("1.xml", alert("A1", "11:00", "Alert", ""));
        List<IncidentStatement> opened = poll(source);
        drop("2.xml", alert("A2", "11:10", "Update", "A1"));
        List<IncidentStatement> updated = poll(source);
        drop("3.xml", alert("A3", "11:20", "Cancel", "A2").replaceAll("<info>.*</info>", ""));

        // When
        List<IncidentStatement> cancelled = poll(source);

        // Then
        String id = "alerts:fd@city.example.org,A1";
        assertThat(opened).extracting(IncidentStatement::id).containsExactly(id);
        assertThat(updated).extracting(IncidentStatement::id).containsExactly(id);
        assertThat(cancelled).extracting(IncidentStatement::id).containsExactly(id);
        assertThat(cancelled.get(0).status()).isEqualTo(IncidentStatus.CANCELLED);
        assertThat(cancelled.get(0).times().revision())
                .isGreaterThan(updated.get(0).times().revision());
    }

    @Test
    void addsAFolderUpToTheSameWhenItIsReadAtOnceAfterARestart() {
        // Given
        drop("1.xml", alert("A1", "11:00", "Alert", ""));
        drop("2.xml", alert("A2", "11:10", "Update", "A1"));
        drop("3.xml", alert("B1", "11:15", "Alert", ""));

        // When
        List<IncidentStatement> incidents = poll(source());

        // Then
        assertThat(incidents)
                .extracting(IncidentStatement::id)
                .containsExactly("alerts:fd@city.example.org,A1", "alerts:fd@city.example.org,B1");
    }

    @Test
    void deliversNothingTwiceAndClosesNothingThatVanishes() throws IOException {
        // Given
        IncidentSource source = source();
        drop("1.xml", alert("A1", "11:00", "Alert", ""));
        drop("2.xml", alert("B1", "11:00", "Alert", ""));
        poll(source);
        FetchOutcome<IncidentStatement> unchanged = source.fetch(cursor);
        Files.delete(folder.resolve("1.xml"));

        // When
        List<IncidentStatement> after = poll(source);

        // Then
        assertThat(unchanged).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(after).isEmpty();
    }

    @Test
    void addsAFolderUpByTheTimesOfSendingWhateverTheFilesAreNamed() {
        // Given
        drop("a.xml", alert("A3", "11:20", "Cancel", "A1"));
        drop("b.xml", alert("A2", "11:10", "Update", "A1"));
        drop("c.xml", alert("A1", "11:00", "Alert", ""));

        // When
        List<IncidentStatement> incidents = poll(source());

        // Then
        assertThat(incidents)
                .extracting(IncidentStatement::status)
                .containsExactly(IncidentStatus.CANCELLED);
    }

    @Test
    void anAlertThatComesAfterItsCancellationIsNotOpen() {
        // Given
        IncidentSource source = source();
        drop("a.xml", alert("A2", "11:20", "Cancel", "A1"));
        source.fetch(cursor);
        drop("c.xml", alert("A1", "11:00", "Alert", ""));

        // When
        List<IncidentStatement> incidents = poll(source);

        // Then
        assertThat(incidents)
                .extracting(IncidentStatement::status)
                .containsExactly(IncidentStatus.CANCELLED);
    }

    @Test
    void offersAgainWhatTheReaderCouldNotKeep() {
        // Given
        IncidentSource source = source();
        drop("1.xml", alert("A1", "11:00", "Alert", ""));
        source.fetch(cursor);

        // When
        List<IncidentStatement> again = poll(source);

        // Then
        assertThat(again).hasSize(1);
    }

    @Test
    void aBadAlertBecomesOneDeadLetterAndDoesNotKeepTheOthersOut() {
        // Given
        drop(
                "1.xml",
                "<!DOCTYPE alert [<!ENTITY a \"secret\">]>" + alert("A1", "11:00", "Alert", ""));
        drop("2.xml", alert("B1", "11:00", "Alert", ""));
        drop("3.xml", alert("C1", "11:00", "Alert", "").replace("-45.87,", "-95.87,"));
        drop("4.xml", alert("D1", "11:00", "Alert", "").replace(CIRCLE, BOW_TIE));

        // When
        FetchOutcome<IncidentStatement> outcome = source().fetch(SourceCursor.START);

        // Then
        assertThat(outcome).isInstanceOf(FetchOutcome.Batch.class);
        assertThat(((FetchOutcome.Batch<IncidentStatement>) outcome).items()).hasSize(1);
        assertThat(letters(outcome).toString()).doesNotContain("secret");
        assertThat(letters(outcome))
                .extracting(DeadLetter::reason)
                .containsExactly(
                        DeadLetterReason.UNSUPPORTED_TYPE,
                        DeadLetterReason.BAD_COORDINATES,
                        DeadLetterReason.BAD_GEOMETRY);
        assertThat(letters(outcome))
                .extracting(DeadLetter::reference)
                .containsExactly("file 1.xml", "file 3.xml", "file 4.xml");
    }

    @Test
    void readsASingleFileAndWaitsForItToAppear() {
        // Given
        Path file = folder.resolve("alert.txt");
        IncidentSource source =
                new CapIncidentSource("alerts", file, () -> Optional.of(RULES), clock);
        FetchOutcome<IncidentStatement> before = source.fetch(cursor);
        drop("alert.txt", alert("A1", "11:00", "Alert", ""));

        // When
        List<IncidentStatement> incidents = poll(source);

        // Then
        assertThat(before).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(incidents).hasSize(1);
    }

    @Test
    void readsNothingWithoutARulebook() {
        // Given
        drop("1.xml", alert("A1", "11:00", "Alert", ""));
        IncidentSource source = new CapIncidentSource("alerts", folder, Optional::empty, clock);

        // When
        FetchOutcome<IncidentStatement> outcome = source.fetch(cursor);

        // Then
        assertThat(outcome).isEqualTo(new FetchOutcome.Failed<>("no rulebook is in force"));
    }

    private IncidentSource source() {
        return new CapIncidentSource("alerts", folder, () -> Optional.of(RULES), clock);
    }

    private List<IncidentStatement> poll(IncidentSource source) {
        FetchOutcome<IncidentStatement> outcome = source.fetch(cursor);
        assertThat(outcome).isInstanceOf(FetchOutcome.Batch.class);
        assertThat(letters(outcome)).isEmpty();
        FetchOutcome.Batch<IncidentStatement> batch =
                (FetchOutcome.Batch<IncidentStatement>) outcome;
        cursor = batch.next();
        return batch.items();
    }

    private static List<DeadLetter> letters(FetchOutcome<IncidentStatement> outcome) {
        return ((FetchOutcome.Batch<IncidentStatement>) outcome).rejected();
    }

    private void drop(String name, String alert) {
        try {
            Files.writeString(folder.resolve(name), alert);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String alert(String identifier, String time, String type, String reference) {
        String references =
                reference.isEmpty()
                        ? ""
                        : "<references>fd@city.example.org,"
                                + reference
                                + ",2026-11-24T11:00:00-00:00</references>";
        return "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>"
                + identifier
                + "</identifier><sender>fd@city.example.org</sender><sent>2026-11-24T"
                + time
                + ":00-00:00</sent><status>Actual</status><msgType>"
                + type
                + "</msgType><scope>Public</scope>"
                + references
                + "<info><category>Fire</category><event>Fire</event>"
                + "<urgency>Immediate</urgency><severity>Severe</severity>"
                + "<certainty>Observed</certainty>"
                + AREA
                + "</info></alert>";
    }
}
