// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.exercise.city.City;
import org.perimeter.connectors.exercise.city.CityGenerator;
import org.perimeter.connectors.exercise.city.CityPlaces;
import org.perimeter.connectors.exercise.scenario.Admissible;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.ExpectedAlert;
import org.perimeter.connectors.exercise.scenario.Extras;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.scenario.Operation;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.Timeline;
import org.perimeter.connectors.exercise.scenario.TrueClaim;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.tlog.verify.LogVerification;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class JudgeTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final String MALL = "mall-tidewell";
    private static final City CITY = new CityGenerator(CityGenerator.SEED).generate();
    private static final CityPlaces PLACES = new CityPlaces(CITY);

    private final Timeline timeline = new Timeline(START, Duration.ofMinutes(10), 60);
    private final TruthBook truth =
            new TruthBook(
                    new Exercise(
                            Duration.ofMinutes(10),
                            List.of(
                                    create(1, "mall", "post-1", Admissible.ADMIT),
                                    create(2, "mall", "post-2", Admissible.ADMIT),
                                    create(3, "mall", "post-3", Admissible.ADMIT),
                                    create(4, "march", "post-4", Admissible.REFUSE),
                                    create(5, "mall", "post-5", Admissible.UNSCORED),
                                    act(6, Operation.UPDATE, "post-2", "post-2 edited"),
                                    act(7, Operation.DELETE, "post-3", "")),
                            List.of()));
    private final Map<String, Sighting> sightings = new HashMap<>();

    @Test
    void givesFullMarksToAPerfectRun() {
        // Given
        see("post-1", mallPoint());
        see("post-2", mallPoint());
        see("post-3", mallPoint());

        // When
        Judge judge = judge(List.of());

        // Then
        assertThat(judge.admission()).isEqualTo(new Score(3, 3, 3));
        assertThat(judge.places()).isEqualTo(new Score(3, 3, 3));
        assertThat(judge.deletes()).isEqualTo(new Deletes(1, 1, 1));
        assertThat(judge.wronglyKept("march")).isZero();
        assertThat(judge.missed()).isEmpty();
    }

    @Test
    void countsWhatMustNotBeKeptAndWhatIsMissed() {
        // Given
        see("post-1", mallPoint());
        see("post-4", mallPoint());
        see("post-5", mallPoint());

        // When
        Judge judge = judge(List.of());

        // Then
        assertThat(judge.admission()).isEqualTo(new Score(1, 2, 3));
        assertThat(judge.admission().precision()).isEqualTo(0.5);
        assertThat(judge.admission().recall()).isEqualTo(0.333);
        assertThat(judge.wronglyKept("march")).isEqualTo(1);
        assertThat(judge.missed()).containsExactly("post-2", "post-3");
    }

    @Test
    void countsADocumentThatNobodyWroteAgainstThePrecision() {
        // Given
        see("post-1", mallPoint());
        sightings.put(
                "from-elsewhere",
                new Sighting(START, SamplePost.of("push:mall", "from-elsewhere").stored()));

        // When
        Judge judge = judge(List.of());

        // Then
        assertThat(judge.admission().precision()).isEqualTo(0.5);
        assertThat(judge.places().precision()).isEqualTo(0.5);
    }

    @Test
    void findsAPlaceWrongThatIsTooFarAway() {
        // Given
        see("post-1", PLACES.get("park-founders").point());

        // When
        Judge judge = judge(List.of());

        // Then
        assertThat(judge.places()).isEqualTo(new Score(0, 1, 3));
        assertThat(judge.misplaced()).containsExactly("post-1");
    }

    @Test
    void doesNotCallADeletedPostGoneThatIsStillThere() {
        // Given
        see("post-3", mallPoint());

        // When
        Judge judge = judge(List.of("post-3"));

        // Then
        assertThat(judge.deletes()).isEqualTo(new Deletes(1, 1, 0));
    }

    @Test
    void noticesAnEditThatDidNotArrive() {
        // Given
        sightings.put(
                "post-2",
                new Sighting(
                        START, SamplePost.of("push:mall", "post-2").withText("post-2").stored()));

        // When
        Judge judge = judge(List.of());

        // Then
        assertThat(judge.edits()).isEqualTo(new Score(0, 1, 1));
    }

    @Test
    void measuresFromReleaseToTheFirstSighting() {
        // Given
        Instant released = timeline.releasedAt(Duration.ofMinutes(1));
        sightings.put(
                "post-1",
                new Sighting(
                        released.plusMillis(750), SamplePost.of("push:mall", "post-1").stored()));

        // When
        RunLatencies latencies = judge(List.of()).latencies();

        // Then
        assertThat(latencies.percentile(50)).isEqualTo(750);
        assertThat(latencies.percentile(99)).isEqualTo(750);
    }

    @Test
    void callsAnAlertWrongThatMostOfItsPostsDoNotSupport() {
        // Given
        see("post-1", mallPoint());
        Alert alert = SampleAlert.of("push:mall", "alert").alert();
        RunEvidence evidence = evidence(List.of(), List.of(alert));

        // When
        AlertJudge alerts = new AlertJudge(truth, evidence);

        // Then
        assertThat(alerts.score()).isEqualTo(new Score(1, 1, 1));
        assertThat(new AlertJudge(new TruthBook(empty()), evidence).score())
                .isEqualTo(new Score(0, 1, 1));
        assertThat(alerts.described()).singleElement().asString().endsWith(" right");
        assertThat(new AlertJudge(new TruthBook(empty()), evidence).described())
                .singleElement()
                .asString()
                .endsWith(" wrong");
    }

    @Test
    void saysNothingRatherThanPerfectWhenNothingWasFound() {
        // Given
        Judge judge = judge(List.of());
        RunEvidence evidence = evidence(List.of(), List.of());
        Run run =
                new Run(
                        Duration.ofSeconds(10),
                        new LogVerification(false, 0, null, "broken"),
                        0,
                        0,
                        3,
                        0,
                        Path.of("report.html"),
                        Path.of("scores.json"),
                        new WebhookCount(7, 6));

        // When
        JsonNode summary = new RunReport(truth, judge, evidence, timeline, run).summary();

        // Then
        assertThat(summary.get("alertPrecision").isNull()).isTrue();
        assertThat(summary.get("alertRecall").asDouble()).isZero();
        assertThat(summary.get("placeRecall").asDouble()).isZero();
        assertThat(summary.at("/ledger/verified").asBoolean()).isFalse();
        assertThat(summary.get("leaks").asInt()).isEqualTo(3);
        assertThat(summary.at("/latencyMs/p50").isNull()).isTrue();
        assertThat(summary.at("/webhooks/delivered").asInt()).isEqualTo(7);
        assertThat(summary.at("/webhooks/verified").asInt()).isEqualTo(6);
    }

    @Test
    void scoresEachIncidentByThePackThatTellsOfIt() {
        // Given
        see("post-1", mallPoint());
        see("post-4", mallPoint());
        RunEvidence evidence = evidence(List.of(), List.of());
        Judge judge = new Judge(truth, PLACES, timeline, evidence);
        ObjectNode incidents = new ObjectMapper().createObjectNode();
        ObjectNode wrong = new ObjectMapper().createObjectNode();

        // When
        ScenarioScores scores = new ScenarioScores(truth, judge, evidence);
        scores.incidents(incidents);
        scores.wronglyKept(wrong);

        // Then
        assertThat(incidents.at("/mall/admission/right").asLong()).isEqualTo(1);
        assertThat(incidents.at("/mall/admission/found").asLong()).isEqualTo(2);
        assertThat(incidents.at("/mall/admission/wanted").asLong()).isEqualTo(3);
        assertThat(incidents.at("/mall/alerts/wanted").asLong()).isEqualTo(1);
        assertThat(wrong.get("march").asLong()).isEqualTo(1);
        assertThat(wrong.get("mall").asLong()).isZero();
    }

    @Test
    void countsAgainstThePrecisionWhatWasKeptForAnotherIncident() {
        // Given
        sightings.put(
                "post-1",
                new Sighting(
                        START.plusSeconds(9),
                        SamplePost.of("push:other", "post-1").withPoint(mallPoint()).stored()));

        // When
        Judge judge = judge(List.of());

        // Then
        assertThat(judge.admission()).isEqualTo(new Score(0, 1, 3));
    }

    private void see(String document, GeoPoint point) {
        sightings.put(
                document,
                new Sighting(
                        START.plusSeconds(9),
                        SamplePost.of("push:mall", document).withPoint(point).stored()));
    }

    private Judge judge(List<String> stillThere) {
        return new Judge(truth, PLACES, timeline, evidence(stillThere, List.of()));
    }

    private RunEvidence evidence(List<String> stillThere, List<Alert> alerts) {
        IncidentPlan plan =
                new IncidentPlan(
                        "mall",
                        "Reported shooting",
                        IncidentCategory.SHOOTING,
                        1,
                        MALL,
                        700,
                        Duration.ZERO,
                        List.of(new ExpectedAlert(ThreatKind.REPORT, IncidentCategory.SHOOTING)));
        Map<String, String> documents = new HashMap<>();
        truth.posts().forEach(post -> documents.put(post.key(), post.key()));
        return new RunEvidence(
                List.of(new OpenedIncident(plan, "push:mall", START)),
                sightings,
                documents,
                stillThere,
                alerts,
                Map.of("seen", 5L),
                sightings.size(),
                0);
    }

    private static GeoPoint mallPoint() {
        return PLACES.get(MALL).point();
    }

    private static Exercise empty() {
        return new Exercise(Duration.ofMinutes(1), List.of(), List.of());
    }

    private static ScenarioLine create(int minute, String pack, String key, Admissible verdict) {
        TrueClaim claim =
                new TrueClaim(MALL, ThreatKind.REPORT, IncidentCategory.SHOOTING, verdict);
        return new ScenarioLine(
                Duration.ofMinutes(minute),
                pack,
                "author",
                Operation.CREATE,
                key,
                key,
                claim,
                Extras.none());
    }

    private static ScenarioLine act(int minute, Operation operation, String key, String text) {
        TrueClaim claim =
                new TrueClaim(MALL, ThreatKind.REPORT, IncidentCategory.SHOOTING, Admissible.ADMIT);
        return new ScenarioLine(
                Duration.ofMinutes(minute),
                "mall",
                "author",
                operation,
                key,
                text,
                claim,
                Extras.none());
    }
}
