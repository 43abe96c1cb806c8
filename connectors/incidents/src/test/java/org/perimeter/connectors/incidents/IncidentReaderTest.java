// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Controls COL-02, COL-03 and COL-04 at the door. */
final class IncidentReaderTest {

    private static final Instant NOW = RulebookFixture.NOON;

    /** A feature that is accepted; tests change one thing of it. */
    private static final String FEATURE =
            """
            {"type":"Feature","id":"42","geometry":{"type":"Point","coordinates":[-122.2726,37.8053]},
             "properties":{"title":"Shots","category":"SHOOTING","priority":1,"caseNumber":"2027-42",
             "radiusMeters":500,"status":"ACTIVE","openedAt":"2027-03-10T11:30:00Z",
             "updatedAt":"2027-03-10T11:45:00Z","colour":"red"}}
            """;

    private final Rulebook rulebook = RulebookFixture.rulebook();

    @Test
    void readsACircle() {
        // Given the feature

        // When
        IncidentIntake intake = read(FEATURE);

        // Then
        assertThat(intake.rejected()).isEmpty();
        IncidentStatement incident = intake.accepted().get(0);
        assertThat(incident.id()).isEqualTo("cad:42");
        assertThat(incident.fence()).isEqualTo(Fence.circle(new GeoPoint(37.8053, -122.2726), 500));
        assertThat(incident.category()).isEqualTo(IncidentCategory.SHOOTING);
        assertThat(incident.status()).isEqualTo(IncidentStatus.ACTIVE);
        assertThat(incident.times())
                .isEqualTo(
                        new IncidentStatement.Times(
                                Instant.parse("2027-03-10T11:30:00Z"),
                                null,
                                Instant.parse("2027-03-10T11:45:00Z").toEpochMilli()));
        assertThat(incident.motive()).isEqualTo(IncidentStatement.Motive.NONE);
    }

    @Test
    void readsAPolygonWithAClosingCorner() {
        // Given
        String polygon =
                FEATURE.replaceAll(
                        "\"geometry\":\\{.*?\\}",
                        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-122.28,37.80],"
                                + "[-122.27,37.80],[-122.27,37.81],[-122.28,37.81],"
                                + "[-122.28,37.80]]]}");

        // When
        IncidentIntake intake = read(polygon);

        // Then
        assertThat(intake.rejected()).isEmpty();
        assertThat(intake.accepted().get(0).fence().rings()).hasSize(1);
    }

    @Test
    @Control("COL-04")
    void aBadFeatureDoesNotKeepTheOthersOut() {
        // Given
        String collection =
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + FEATURE.replace("SHOOTING", "PROTEST")
                        + ","
                        + FEATURE
                        + "]}";

        // When
        IncidentIntake intake = read(collection);

        // Then
        assertThat(intake.accepted()).hasSize(1);
        assertThat(intake.rejected()).hasSize(1);
        assertThat(intake.rejected().get(0).index()).isZero();
        assertThat(intake.rejected().get(0).path()).isEqualTo("properties.category");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[%s],[]] | geometry.rings[1]",
                "[[%s],null] | geometry.rings[1]",
                "[[%s],[[-122.28,37.80]]] | geometry.rings[1]",
                "[[%s],[[-122.28,37.80],[-122.28,37.80],[-122.28,37.80],[-122.28,37.80]]]"
                        + " | geometry.rings[1]",
                "[[%s],[null]] | geometry.coordinates[1][0]",
                "[[%s],[[]]] | geometry.coordinates[1][0]",
                "[[],[%s]] | geometry.rings[0]",
                "[null] | geometry.rings[0]",
                "[[]] | geometry.rings[0]",
                "[] | geometry.coordinates",
                "null | geometry.coordinates",
                "{} | geometry.coordinates",
                "7 | geometry.coordinates"
            })
    @Control("COL-02")
    void aRingThatIsNoneCostsItsFeatureOnly(String coordinates, String path) {
        // Given
        String ring = "[-122.28,37.80],[-122.27,37.80],[-122.27,37.81],[-122.28,37.80]";
        String bad =
                FEATURE.replaceAll(
                        "\"geometry\":\\{.*?\\}",
                        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                                + coordinates.formatted(ring)
                                + "}");

        // When
        IncidentIntake intake =
                read(
                        "{\"type\":\"FeatureCollection\",\"features\":[%s,%s,%s]}"
                                .formatted(FEATURE, bad, FEATURE.replace("42", "43")));

        // Then
        assertThat(intake.accepted())
                .extracting(IncidentStatement::id)
                .containsExactly("cad:42", "cad:43");
        assertThat(intake.rejected())
                .allMatch(problem -> problem.index() == 1)
                .extracting(IncidentProblem::path)
                .containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "{}",
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":null}}",
                "{\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[]}}",
                "{\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[]],null]}}",
                "{\"geometry\":{\"type\":\"Point\",\"coordinates\":null}}"
            })
    void whatIsNoFeatureCostsItselfOnly(String odd) {
        // When
        IncidentIntake intake =
                read(
                        "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}"
                                .formatted(odd, FEATURE));

        // Then
        assertThat(intake.accepted()).extracting(IncidentStatement::id).containsExactly("cad:42");
        assertThat(intake.rejected()).isNotEmpty().allMatch(problem -> problem.index() == 0);
    }

    @Test
    void severalPolygonsThatAreOneAreAPolygon() {
        // Given
        String one =
                FEATURE.replaceAll(
                        "\"geometry\":\\{.*?\\}",
                        "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[-122.28,37.80],"
                                + "[-122.27,37.80],[-122.27,37.81],[-122.28,37.80]]]]}");

        // When
        IncidentIntake intake = read(one);

        // Then
        assertThat(intake.rejected()).isEmpty();
        assertThat(intake.accepted().get(0).fence().rings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"42\",||id",
                "\"id\":\"42\"|\"id\":\"2027/42\"|id",
                "\"id\":\"42\"|\"id\":\"2027%2f42\"|id",
                "\"title\":\"Shots\"|\"title\":\"\"|properties.title",
                "\"caseNumber\":\"2027-42\",||properties.caseNumber",
                "\"radiusMeters\":500|\"radiusMeters\":\"500\"|properties.radiusMeters",
                "\"radiusMeters\":500|\"radiusMeters\":-1|properties.radiusMeters",
                "\"radiusMeters\":500|\"radiusMeters\":2001|geometry",
                "\"radiusMeters\":500|\"radiusMeters\":1e999|properties.radiusMeters",
                "37.8053]|91]|geometry.coordinates",
                "[-122.2726|[181|geometry.coordinates",
                "[-122.2726,|[|geometry.coordinates",
                "\"Point\"|\"MultiPolygon\"|geometry.type",
                "\"priority\":1|\"priority\":6|properties.priority",
                "\"priority\":1|\"priority\":1.5|properties.priority",
                "\"ACTIVE\"|\"OPEN\"|properties.status",
                "2027-03-10T11:30:00Z|2027-03-10T13:30:00Z|properties.openedAt",
                "2027-03-10T11:30:00Z|2027-02-29T11:30:00Z|properties.openedAt",
                "2027-03-10T11:30:00Z|2027-03-10T11:30:00|properties.openedAt",
                "2027-03-10T11:30:00Z|9999-01-01T00:00:00Z|properties.openedAt",
                "\"colour\":\"red\"|\"expiresAt\":\"2027-03-10T11:00:00Z\"|properties.expiresAt",
                "\"colour\":\"red\"|\"expiresAt\":\"2027-03-10T18:00:00Z\"|properties.expiresAt",
                "\"colour\":\"red\"|\"protectedPlace\":\"no\"|properties.protectedPlace",
                "\"colour\":\"red\"|\"version\":0|properties.version"
            })
    @Control({"COL-02", "COL-03"})
    void namesTheFieldThatIsWrong(String from, String to, String path) {
        // Given
        String feature = FEATURE.replace(from, to == null ? "" : to);

        // When
        IncidentIntake intake = read(feature);

        // Then
        assertThat(intake.accepted()).isEmpty();
        assertThat(intake.rejected()).extracting(IncidentProblem::path).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"type\":\"FeatureCollection\"}",
                "{\"type\":\"Feature\",\"type\":\"Feature\"}",
                "{\"type\":\"Feature\"} trailing",
                "{\"type\":\"FeatureCollection\",\"features\":NaN}"
            })
    void refusesDocumentsThatAreNoGeoJson(String json) {
        // Given the document

        // When
        IncidentIntake intake = read(json);

        // Then
        assertThat(intake.accepted()).isEmpty();
        assertThat(intake.rejected()).hasSize(1);
        assertThat(intake.rejected().get(0).index()).isEqualTo(-1);
    }

    @Test
    void refusesDeepNesting() {
        // Given
        String json = "{\"type\":".repeat(5_000) + "1" + "}".repeat(5_000);

        // When
        IncidentIntake intake = read(json);

        // Then
        assertThat(intake.rejected().get(0).message()).startsWith("not JSON");
    }

    @Test
    @Control("COL-03")
    void aRenewalMayReachSixHoursFromItsOwnTimeButNotBeyondTheHardStop() {
        // Given
        Instant opened = NOW.minus(Duration.ofHours(70));
        String renewed =
                FEATURE.replace("2027-03-10T11:30:00Z", opened.toString())
                        .replace("2027-03-10T11:45:00Z", NOW.toString());

        // When
        IncidentIntake allowed = read(withExpiry(renewed, opened.plus(Duration.ofDays(3))));
        IncidentIntake beyond = read(withExpiry(renewed, opened.plus(Duration.ofHours(73))));

        // Then
        assertThat(allowed.accepted()).hasSize(1);
        assertThat(beyond.rejected().get(0).message()).contains("hard stop");
    }

    @Test
    void aCaseNumberMayBeMissingInExercisesOnly() {
        // Given
        String exercise =
                FEATURE.replace("\"caseNumber\":\"2027-42\",", "")
                        .replace("\"colour\":\"red\"", "\"exercise\":true");

        // When
        IncidentIntake intake = read(exercise);

        // Then
        assertThat(intake.accepted()).hasSize(1);
        assertThat(intake.accepted().get(0).exercise()).isTrue();
    }

    @Test
    void aClosedIncidentSaysThatItIsClosed() {
        // Given
        String closed = FEATURE.replace("\"ACTIVE\"", "\"closed\"");

        // When
        IncidentStatement incident = read(closed).accepted().get(0);

        // Then
        assertThat(incident.status()).isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    @Control({"COL-03", "FAS-01"})
    void takesWhatASenderMayNotDecideAsAStatementOrNotAtAll() {
        // Given
        String claims =
                FEATURE.replace(
                                "\"colour\":\"red\"",
                                "\"version\":9223372036854775807,\"protectedPlace\":true,"
                                        + "\"protectedPlaceApproved\":true,\"reason\":\"search\","
                                        + "\"supervisor\":\"Lt. Vale\",\"reopens\":\"cad:41\"")
                        .replace("2027-03-10T11:45:00Z", "2027-03-13T05:00:00Z");

        // When
        IncidentStatement said = read(claims).accepted().get(0);

        // Then
        assertThat(said.times().revision()).isEqualTo(Long.MAX_VALUE);
        assertThat(said.protectedPlace()).isTrue();
        assertThat(said.motive())
                .isEqualTo(new IncidentStatement.Motive("search", "Lt. Vale", "cad:41"));
    }

    @Test
    void refusesAFenceThatCrossesItselfInWords() {
        // Given
        String bowTie =
                FEATURE.replaceAll(
                        "\"geometry\":\\{.*?\\}",
                        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-122.28,37.80],"
                                + "[-122.27,37.81],[-122.28,37.81],[-122.27,37.80]]]}");

        // When
        IncidentIntake intake = read(bowTie);

        // Then
        assertThat(intake.rejected().get(0).message()).contains("crosses itself");
        assertThat(intake.rejected().get(0).path()).isEqualTo("geometry.rings");
    }

    private static String withExpiry(String feature, Instant expires) {
        return feature.replace("\"colour\":\"red\"", "\"expiresAt\":\"" + expires + "\"");
    }

    private IncidentIntake read(String json) {
        return IncidentReader.read(
                json.getBytes(StandardCharsets.UTF_8),
                "cad",
                rulebook,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
