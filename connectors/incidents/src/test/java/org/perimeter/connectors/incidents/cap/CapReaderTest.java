// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.incidents.IncidentIntake;
import org.perimeter.connectors.incidents.IncidentProblem;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Controls COL-02, COL-03 and COL-04 at the door for alerts. */
final class CapReaderTest {

    private static final String ROBBERY = resource("robbery.xml");
    private static final String FIRE = resource("fire-two-languages.xml");
    private static final String ID = "cad:alerts@rtcc.example.org,RTCC-27-0042";
    private static final String REFERENCE =
            "alerts@rtcc.example.org,RTCC-27-0042,2027-03-10T11:30:00-00:00";

    private final Rulebook rulebook = RulebookFixture.rulebook();
    private final Map<String, IncidentStatement> store = new HashMap<>();
    private CapHistory history = new CapHistory(id -> Optional.ofNullable(store.get(id)));

    @Test
    void readsAnAlertWithACircle() {
        // Given the robbery

        // When
        IncidentStatement incident = accepted(ROBBERY);

        // Then
        assertThat(incident.id()).isEqualTo(ID);
        assertThat(incident.caseNumber()).isEqualTo("27-0042");
        assertThat(incident.title()).isEqualTo("Armed robbery");
        assertThat(incident.category()).isEqualTo(IncidentCategory.ROBBERY);
        assertThat(incident.priority()).isEqualTo(2);
        assertThat(incident.status()).isEqualTo(IncidentStatus.ACTIVE);
        assertThat(incident.fence()).isEqualTo(Fence.circle(new GeoPoint(-45.87, -125.39), 800));
        assertThat(incident.times().openedAt()).isEqualTo(Instant.parse("2027-03-10T11:30:00Z"));
        assertThat(incident.times().expiresAt()).isEqualTo(Instant.parse("2027-03-10T14:00:00Z"));
        assertThat(incident.times().revision())
                .isEqualTo(Instant.parse("2027-03-10T11:30:00Z").toEpochMilli());
        assertThat(incident.exercise()).isFalse();
    }

    @Test
    @Control("COL-03")
    void readsAnExerciseInTwoLanguagesAndShortensItToTheRule() {
        // Given the fire

        // When
        IncidentStatement incident = accepted(FIRE);

        // Then
        assertThat(incident.exercise()).isTrue();
        assertThat(incident.category()).isEqualTo(IncidentCategory.FIRE);
        assertThat(incident.priority()).isEqualTo(1);
        assertThat(incident.fence().rings().get(0).points())
                .startsWith(new GeoPoint(-45.88, -125.4), new GeoPoint(-45.88, -125.39));
        assertThat(incident.times().expiresAt()).isEqualTo(Instant.parse("2027-03-10T17:00:00Z"));
    }

    @Test
    void anUpdateIsTheNextVersionOfTheSameIncident() {
        // Given
        IncidentStatement first = accepted(ROBBERY);
        String update =
                followUp("Update", "RTCC-27-0043", REFERENCE, "11:50").replace(" 0.8<", " 1.2<");

        // When
        IncidentStatement second = accepted(update);

        // Then
        assertThat(second.id()).isEqualTo(ID);
        assertThat(second.times().revision()).isGreaterThan(first.times().revision());
        assertThat(second.times().openedAt()).isEqualTo(first.times().openedAt());
        assertThat(second.fence().radiusMeters()).isEqualTo(1200);
    }

    @Test
    void aChainOfUpdatesThatOnlyNameTheirPredecessorStaysOneIncident() {
        // Given
        accepted(ROBBERY);
        accepted(followUp("Update", "RTCC-27-0043", REFERENCE, "11:50"));
        String last = "alerts@rtcc.example.org,RTCC-27-0043,2027-03-10T11:50:00-00:00";

        // When
        IncidentStatement third = accepted(followUp("Update", "RTCC-27-0044", last, "11:55"));

        // Then
        assertThat(third.id()).isEqualTo(ID);
        assertThat(store).hasSize(1);
    }

    @Test
    void anUpdateOfAnUnknownAlertOpensTheIncidentOfTheOldestReference() {
        // Given
        String newer = "alerts@rtcc.example.org,RTCC-27-0043,2027-03-10T11:50:00-00:00";
        String update = followUp("Update", "RTCC-27-0044", newer + " " + REFERENCE, "11:55");

        // When
        IncidentStatement incident = accepted(update);

        // Then
        assertThat(incident.id()).isEqualTo(ID);
    }

    @Test
    void aCancellationNeedsNoAreaAndCancelsAfterARestartToo() {
        // Given
        IncidentStatement open = accepted(ROBBERY);
        history = new CapHistory(id -> Optional.ofNullable(store.get(id)));
        String cancel =
                followUp("Cancel", "RTCC-27-0045", REFERENCE, "11:58")
                        .replaceAll("(?s)<info>.*</info>", "");

        // When
        IncidentStatement cancelled = accepted(cancel);

        // Then
        assertThat(cancelled.id()).isEqualTo(open.id());
        assertThat(cancelled.status()).isEqualTo(IncidentStatus.CANCELLED);
        assertThat(cancelled.times().revision())
                .isEqualTo(Instant.parse("2027-03-10T11:58:00Z").toEpochMilli());
        assertThat(cancelled.times().revision()).isGreaterThan(open.times().revision());
    }

    @Test
    void anAllClearClosesTheIncident() {
        // Given
        accepted(ROBBERY);
        String allClear =
                followUp("Update", "RTCC-27-0046", REFERENCE, "11:59")
                        .replace("</event>", "</event><responseType>AllClear</responseType>");

        // When
        IncidentStatement closed = accepted(allClear);

        // Then
        assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(closed.id()).isEqualTo(ID);
    }

    @Test
    @Timeout(5)
    void refusesExpandingEntitiesBeforeItExpandsThem() {
        // Given
        StringBuilder bomb = new StringBuilder("<!DOCTYPE alert [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        String alert =
                ROBBERY.replace("<alert xmlns", bomb + "]><alert xmlns")
                        .replace("Armed robbery", "&a39;");

        // When
        IncidentIntake intake = read(alert);

        // Then
        assertThat(intake.accepted()).isEmpty();
        assertThat(intake.rejected()).extracting(IncidentProblem::index).containsExactly(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:1/a.dtd\">",
                "<!DOCTYPE alert [<!ENTITY % remote SYSTEM \"http://127.0.0.1:1/p\"> %remote;]>",
                "<!DOCTYPE alert>"
            })
    void refusesEveryDocumentType(String type) {
        // When
        IncidentIntake intake =
                read(ROBBERY.replace("<alert xmlns=\"urn", type + "<alert xmlns=\"urn"));

        // Then
        assertThat(intake.accepted()).isEmpty();
        assertThat(intake.rejected().get(0).message()).contains("document type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<status>Actual|<status>Draft|status",
                "<status>Actual|<status>System|status",
                "<msgType>Alert|<msgType>Ack|msgType",
                "<msgType>Alert|<msgType>Update|references",
                "11:30:00-00:00|11:30:00|sent",
                "2027-03-10T11:30|2027-03-10T12:30|sent",
                "14:00:00+00:00|soon|info.expires",
                "14:00:00+00:00|10:00:00+00:00|info.expires",
                "<sender>alerts@rtcc.example.org|<sender>|identifier",
                "Armed robbery|Street festival|info.event",
                "Armed robbery|March for the invented robber|info.event",
                "-45.8700,-125.3900 0.8|-45.8700,-125.3900 80|info.area",
                "-45.8700,-125.3900 0.8|-45.8700,-125.3900 0|info.area.circle",
                "-45.8700,-125.3900 0.8|-45.8700,-125.3900|info.area.circle",
                "-45.8700,-125.3900 0.8|-95.8700,-125.3900 1|info.area.circle",
                "-45.8700,-125.3900 0.8|-45.8700,-185.3900 1|info.area.circle",
                "-45.8700,-125.3900 0.8|NaN,-125.3900 1|info.area.circle",
                "<circle>-45.8700,-125.3900 0.8</circle>||info.area",
                "</circle>|</circle><circle>-45.87,-125.39 1</circle>|info.area"
            })
    @Control({"COL-02", "COL-04"})
    void namesTheElementThatItRefuses(String part, String replacement, String path) {
        // Given
        String alert = ROBBERY.replace(part, Objects.requireNonNullElse(replacement, ""));

        // When
        IncidentIntake intake = read(alert);

        // Then
        assertThat(alert).isNotEqualTo(ROBBERY);
        assertThat(intake.accepted()).isEmpty();
        assertThat(intake.rejected()).extracting(IncidentProblem::path).contains(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-17.80,179.99 -17.80,-179.99 -17.79,-179.99 -17.80,179.99 | 180th meridian",
                "91,0 91,1 92,1 91,0 | degrees",
                "-45.88,-125.40 -45.88,-125.39 -45.87,-125.39 | at least four positions",
                "-45.88,-125.40 -45.87,-125.39 -45.87,-125.40 -45.88,-125.39 -45.88,-125.40 | cross"
            })
    void saysWhatIsWrongWithAPolygon(String polygon, String message) {
        // Given
        String alert = FIRE.replaceAll("<polygon>[^<]*<", "<polygon>" + polygon + "<");

        // When
        IncidentIntake intake = read(alert);

        // Then
        assertThat(intake.accepted()).isEmpty();
        assertThat(intake.rejected())
                .anySatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void refusesWhatIsNoAlert() {
        // Given
        List<String> documents =
                List.of(
                        "",
                        "{}",
                        "<html><body>Error</body></html>",
                        ROBBERY.replace("cap:1.2", "cap:9.9"),
                        ROBBERY.substring(0, ROBBERY.length() - 20),
                        "<a>".repeat(100_000));

        // When
        List<IncidentIntake> intakes = documents.stream().map(this::read).toList();

        // Then
        assertThat(intakes)
                .allSatisfy(
                        intake -> {
                            assertThat(intake.accepted()).isEmpty();
                            assertThat(intake.rejected()).hasSize(1);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "Safety, Child Abduction Emergency, ABDUCTION",
        "Security, ACTIVE SHOOTER, SHOOTING",
        "Met, Severe Thunderstorm Warning, SEVERE_WEATHER",
        "Geo, Earthquake, EARTHQUAKE",
        "Met, Tsunami-Warning, EARTHQUAKE",
        "CBRNE, Plume, HAZARDOUS_MATERIAL",
        "Infra, Building Collapse, COLLAPSE"
    })
    @Control("COL-04")
    void putsEachEventIntoItsCategory(String category, String event, IncidentCategory expected) {
        // Given
        String alert =
                ROBBERY.replace("Armed robbery", event).replace(">Security<", ">" + category + "<");

        // When
        IncidentStatement incident = accepted(alert);

        // Then
        assertThat(incident.category()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Met | Fire Weather Watch | SEVERE_WEATHER",
                "Met | Red Flag / Fire Weather Warning | SEVERE_WEATHER",
                "Met | Arctic Blast | SEVERE_WEATHER",
                "Met | Tsunami Advisory | SEVERE_WEATHER",
                "Met | Fire Warning | FIRE",
                "Safety | Active shooter drill | none",
                "Fire | Fire practice | none",
                "Fire | Manifestación | none"
            })
    @Control("COL-04")
    void noWordDecidesWithoutItsContext(String category, String event, IncidentCategory expected) {
        // Given
        String alert =
                ROBBERY.replace("Armed robbery", event).replace(">Security<", ">" + category + "<");

        // When
        IncidentIntake intake = read(alert);

        // Then
        assertThat(intake.accepted().stream().map(IncidentStatement::category).findFirst())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void theBlockThatNamesAnIncidentDecidesInWhateverPlace(boolean first, boolean arealess) {
        // Given
        String info = ROBBERY.replaceAll("(?s).*(<info>.*</info>).*", "$1");
        String other =
                info.replace("<info>", "<info><language>eu</language>")
                        .replace("Armed robbery", "Lapurreta armatua")
                        .replaceAll("(?s)<language>en[^<]*</language>", "");
        String english = arealess ? info.replaceAll("(?s)<area>.*</area>", "") : info;
        String both = first ? english + other : other + english;

        // When
        IncidentStatement incident = accepted(ROBBERY.replace(info, both));

        // Then
        assertThat(incident.title()).isEqualTo("Armed robbery");
        assertThat(incident.category()).isEqualTo(IncidentCategory.ROBBERY);
        assertThat(incident.fence().radiusMeters()).isEqualTo(800);
    }

    @Test
    @Control("COL-04")
    void aBlockThatNamesAnAssemblyKeepsTheAlertOutWhateverTheOthersSay() {
        // Given
        String info = ROBBERY.replaceAll("(?s).*(<info>.*</info>).*", "$1");
        String other =
                info.replace("<info>", "<info><language>fr</language>")
                        .replace("Armed robbery", "Manifestation")
                        .replaceAll("(?s)<language>en[^<]*</language>", "");

        // When
        IncidentIntake intake = read(ROBBERY.replace(info, info + other));

        // Then
        assertThat(intake.accepted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'-45.88,-125.40 -45.88,-125.39 -45.87,-125.39 -45.88,-125.40', 4, 0",
        "'-45.88,-125.40 -45.88,-125.39', 0, 800"
    })
    void aPolygonWithACircleIsOneShapeSaidTwice(String polygon, int corners, double radius) {
        // Given
        String alert = ROBBERY.replace("<circle>", "<polygon>" + polygon + "</polygon><circle>");

        // When
        Fence fence = accepted(alert).fence();

        // Then
        assertThat(fence.radiusMeters()).isEqualTo(radius);
        assertThat(fence.rings().stream().mapToInt(ring -> ring.points().size()).sum())
                .isEqualTo(corners);
    }

    @Test
    void aCancellationCancelsEachIncidentThatItRefersTo() {
        // Given
        IncidentStatement one = accepted(ROBBERY);
        IncidentStatement two = accepted(ROBBERY.replace("RTCC-27-0042", "RTCC-27-0050"));
        IncidentStatement three = accepted(ROBBERY.replace("RTCC-27-0042", "RTCC-27-0060"));
        accepted(followUp("Cancel", "C1", REFERENCE, "11:40"));
        String all =
                REFERENCE
                        + " "
                        + REFERENCE.replace("0042", "0050")
                        + " "
                        + REFERENCE.replace("0042", "0099")
                        + "\n "
                        + REFERENCE.replace("0042", "0060");

        // When
        IncidentIntake intake = read(followUp("Cancel", "C2", all, "11:50"));

        // Then
        assertThat(intake.rejected()).isEmpty();
        assertThat(intake.accepted())
                .extracting(IncidentStatement::id)
                .containsExactly(one.id(), two.id(), three.id());
        assertThat(intake.accepted())
                .extracting(IncidentStatement::status)
                .containsOnly(IncidentStatus.CANCELLED);
        assertThat(intake.accepted().get(0)).isEqualTo(store.get(one.id()));
    }

    @Test
    void anUpdateGoesToTheLiveIncidentAndClosesTheOthersThatItSupersedes() {
        // Given
        accepted(ROBBERY);
        accepted(followUp("Cancel", "C1", REFERENCE, "11:32"));
        IncidentStatement two = accepted(followUp("Alert", "RTCC-27-0050", "", "11:35"));
        IncidentStatement three = accepted(followUp("Alert", "RTCC-27-0060", "", "11:40"));
        String all =
                "alerts@rtcc.example.org,RTCC-27-0060,2027-03-10T11:40:00-00:00 "
                        + REFERENCE
                        + " alerts@rtcc.example.org,RTCC-27-0050,2027-03-10T11:35:00-00:00";

        // When
        IncidentIntake intake = read(followUp("Update", "U1", all, "11:50"));

        // Then
        assertThat(intake.accepted())
                .extracting(IncidentStatement::id)
                .containsExactly(three.id(), two.id());
        assertThat(intake.accepted())
                .extracting(IncidentStatement::status)
                .containsExactly(IncidentStatus.ACTIVE, IncidentStatus.CLOSED);
    }

    @Test
    void noUpdateBringsACancelledIncidentBack() {
        // Given
        accepted(ROBBERY);
        accepted(followUp("Cancel", "C1", REFERENCE, "11:32"));

        // When
        IncidentIntake intake = read(followUp("Update", "U1", REFERENCE, "11:50"));

        // Then
        assertThat(intake.accepted()).isEmpty();
        assertThat(intake.rejected()).extracting(IncidentProblem::path).contains("references");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alert", "Update"})
    void whatWasCancelledBeforeItCameOpensNothing(String type) {
        // Given
        IncidentIntake early = read(followUp("Cancel", "C1", REFERENCE, "11:50"));
        String late = type.equals("Alert") ? ROBBERY : followUp("Update", "U1", REFERENCE, "11:40");

        // When
        IncidentIntake intake = read(late);

        // Then
        assertThat(early.rejected()).extracting(IncidentProblem::path).contains("references");
        assertThat(intake.accepted()).isEmpty();
        assertThat(intake.rejected()).hasSize(1);
        assertThat(read(ROBBERY.replace("0042", "0043")).accepted()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', application/cap+xml",
        "UTF-8, '', application/cap+xml; charset=\"utf-8\"",
        "ISO-8859-1, '', application/cap+xml; Charset=iso-8859-1",
        "UTF-16LE, ﻿, application/cap+xml",
        "UTF-16BE, ﻿, application/cap+xml; charset=utf-16"
    })
    void readsAnAlertWhoeverNamesItsEncoding(String bytes, String mark, String contentType) {
        // Given
        String alert =
                ROBBERY.replaceAll("<\\?xml[^>]*>", "").replace("Armed robbery", "Robbery, Peña");

        // When
        IncidentIntake intake =
                read((mark + alert.strip()).getBytes(Charset.forName(bytes)), contentType);

        // Then
        assertThat(intake.accepted())
                .extracting(IncidentStatement::title)
                .containsExactly("Robbery, Peña");
    }

    private IncidentStatement accepted(String alert) {
        IncidentIntake intake = read(alert);
        assertThat(intake.rejected()).isEmpty();
        assertThat(intake.accepted()).hasSize(1);
        IncidentStatement incident = intake.accepted().get(0);
        store.put(incident.id(), incident);
        return incident;
    }

    private IncidentIntake read(String alert) {
        return read(alert.getBytes(StandardCharsets.UTF_8), "");
    }

    private IncidentIntake read(byte[] alert, String contentType) {
        return CapReader.read(
                alert,
                contentType,
                "cad",
                rulebook,
                history,
                Clock.fixed(RulebookFixture.NOON, ZoneOffset.UTC));
    }

    private static String followUp(String type, String identifier, String references, String time) {
        return ROBBERY.replace("RTCC-27-0042", identifier)
                .replace("T11:30:00", "T" + time + ":00")
                .replace(">Alert<", ">" + type + "<")
                .replace("<incidents>", "<references>" + references + "</references><incidents>");
    }

    private static String resource(String name) {
        try (InputStream in = CapReaderTest.class.getResourceAsStream("/cap/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
