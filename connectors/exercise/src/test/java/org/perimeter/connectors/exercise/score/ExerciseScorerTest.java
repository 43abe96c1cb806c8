// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.judge.Score;
import org.perimeter.connectors.exercise.scenario.Admissible;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.ExpectedAlert;
import org.perimeter.connectors.exercise.scenario.Extras;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.scenario.Operation;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.TrueClaim;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.alert.AlertTelling;
import org.perimeter.policy.model.alert.RulePrecision;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceBasis;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.place.PlacePrecision;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.ThreatKind;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An exercise of two incidents whose figures are counted by hand. */
final class ExerciseScorerTest {

    private static final Town TOWN = Town.invented(Town.DEFAULT).orElseThrow();
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String MALL = "mall-tidewell";
    private static final String FAR = "park-founders";

    private final Exercise exercise =
            new Exercise(
                    Exercise.LENGTH,
                    List.of(
                            line("fire", "fire-1", MALL, ThreatKind.REPORT, Admissible.ADMIT),
                            line("fire", "fire-2", MALL, ThreatKind.REPORT, Admissible.ADMIT),
                            line("fire", "fire-3", MALL, ThreatKind.NONE, Admissible.ADMIT),
                            line("fire", "fire-4", "-", ThreatKind.NONE, Admissible.UNPLACED),
                            line("fire", "fire-5", MALL, ThreatKind.NONE, Admissible.REFUSE),
                            line("fire", "fire-6", FAR, ThreatKind.REPORT, Admissible.REFUSE),
                            line("fire", "fire-7", MALL, ThreatKind.NONE, Admissible.UNSCORED),
                            line("ordinary", "ordinary-1", "-", ThreatKind.NONE, Admissible.REFUSE),
                            line(
                                    "ordinary",
                                    "ordinary-2",
                                    "-",
                                    ThreatKind.NONE,
                                    Admissible.REFUSE)),
                    List.of(
                            plan(
                                    "fire",
                                    new ExpectedAlert(ThreatKind.REPORT, IncidentCategory.FIRE)),
                            plan("alarm", null)));

    private static final List<Alert> NEVER_STOOD =
            List.of(alert("c", IncidentCategory.ROBBERY, AlertState.RETRACTED, "fire-1"));

    @Test
    void countsWhatWasKeptAgainstWhatShouldBe() {
        // Given
        PlayedExercise played =
                played(
                        List.of(
                                kept("1", "fire-1"),
                                kept("1", "fire-3"),
                                kept("1", "fire-4"),
                                kept("1", "fire-7"),
                                kept("2", "fire-2"),
                                kept("2", "ordinary-1")),
                        List.of());

        // When
        ExerciseScore score = ExerciseScorer.score(exercise, TOWN.places(), played);

        // Then
        assertThat(score.incidents())
                .extracting(IncidentScore::admission)
                .containsExactly(new Score(0, 2, 0), new Score(2, 3, 3));
        assertThat(score.incidents())
                .extracting(IncidentScore::admissionOfPacks)
                .containsExactly(new Score(0, 1, 0), new Score(2, 3, 3));
        assertThat(score.kinds())
                .containsEntry(KindOfPost.REPORT, new KindCounts(2, 1))
                .containsEntry(KindOfPost.ABOUT, new KindCounts(1, 1))
                .containsEntry(KindOfPost.ABOUT_UNPLACED, new KindCounts(1, 1))
                .containsEntry(KindOfPost.DAILY_INSIDE_BY_NAME, new KindCounts(1, 0))
                .containsEntry(KindOfPost.ELSEWHERE_REPORT, new KindCounts(1, 0))
                .containsEntry(KindOfPost.ORDINARY, new KindCounts(2, 1));
        assertThat(score.wrong())
                .extracting(wrong -> wrong.mistake() + " " + wrong.post().key())
                .containsExactlyInAnyOrder(
                        "kept fire-4", "kept fire-2", "kept ordinary-1", "missed fire-2");
    }

    @Test
    void countsPlacesOfAllPostsWhoseTruthNamesOne() {
        // Given
        PlayedExercise played =
                new PlayedExercise(
                        Map.of("1", exercise.incidents().get(0)),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of(
                                "fire-1", trace(MALL),
                                "fire-2", trace(FAR),
                                "fire-4", trace(MALL),
                                "fire-6", trace(FAR),
                                "fire-7", trace(FAR)));

        // When
        ExerciseScore score = ExerciseScorer.score(exercise, TOWN.places(), played);

        // Then
        assertThat(score.incidents().get(0).places()).isEqualTo(new Score(2, 3, 5));
    }

    @Test
    void tellsRaisedAlertsFromConfirmedOnes() {
        // Given
        List<List<Alert>> alerts =
                List.of(
                        List.of(
                                alert("a", IncidentCategory.FIRE, AlertState.RAISED, "fire-1"),
                                alert("a", IncidentCategory.FIRE, AlertState.CONFIRMED, "fire-2"),
                                alert("a", IncidentCategory.FIRE, AlertState.RETRACTED, "fire-2")),
                        List.of(alert("b", IncidentCategory.SHOOTING, AlertState.RAISED, "fire-1")),
                        NEVER_STOOD);

        // When
        ExerciseScore score =
                ExerciseScorer.score(exercise, TOWN.places(), played(List.of(), alerts));

        // Then
        assertThat(score.incidents())
                .extracting(IncidentScore::alerts)
                .containsExactly(AlertCounts.NONE, new AlertCounts(2, 1, 1, 1, 1, 1));
    }

    @Test
    void addsUpSeedsButTakesEveryTextOnceForTheIntervals() throws IOException {
        // Given
        Benchmark benchmark = new Benchmark(2);
        ExerciseScore score =
                ExerciseScorer.score(
                        exercise,
                        TOWN.places(),
                        played(List.of(kept("1", "fire-1"), kept("1", "ordinary-2")), List.of()));

        // When
        List<String> lines = benchmark.add("tiny", 1, score);
        benchmark.add("tiny", 2, score);
        JsonNode summary = new ObjectMapper().readTree(benchmark.summary(1, 1.0));

        // Then
        assertThat(lines).hasSize(2).allMatch(line -> line.contains("\"exercise\":\"tiny\""));
        assertThat(summary.path("incidents").asInt()).isEqualTo(4);
        assertThat(summary.path("admission").path("precision").asDouble()).isEqualTo(0.5);
        assertThat(summary.path("admission").path("recall").asDouble()).isEqualTo(0.333);
        assertThat(summary.path("falsePer1000Ordinary").asDouble()).isEqualTo(500);
        assertThat(summary.path("alerts").path("expected").asInt()).isEqualTo(2);
        // Of two observations, not of four.
        assertThat(summary.path("intervals").path("admissionPrecision").path(0).asDouble())
                .isEqualTo(0.095);
        assertThat(summary.path("intervals").path("alertPrecision").isNull()).isTrue();
    }

    @Test
    void writesWrongPostsAsATable() throws IOException {
        // Given
        StringWriter out = new StringWriter();
        ExerciseScore score =
                ExerciseScorer.score(exercise, TOWN.places(), played(List.of(), List.of()));

        // When
        new ErrorTable(out).add("tiny", 1, score);

        // Then
        List<String> rows = out.toString().lines().toList();
        assertThat(rows).hasSize(4).allMatch(row -> row.split("\t", -1).length == 12);
        assertThat(rows.get(1)).startsWith("tiny\t1\tfire-1\tmissed\tREPORT\t");
    }

    @Test
    void writesAlertsAsATableAlsoThoseThatNeverStood() throws IOException {
        // Given
        StringWriter out = new StringWriter();
        List<List<Alert>> alerts =
                List.of(
                        List.of(
                                alert("a", IncidentCategory.FIRE, AlertState.RAISED, "fire-1"),
                                alert("a", IncidentCategory.FIRE, AlertState.CONFIRMED, "fire-2")),
                        NEVER_STOOD);
        ExerciseScore score =
                ExerciseScorer.score(exercise, TOWN.places(), played(List.of(), alerts));

        // When
        new AlertTable(out).add("tiny", 1, score);

        // Then
        List<String> rows = out.toString().lines().toList();
        assertThat(rows).hasSize(3).allMatch(row -> row.split("\t", -1).length == 13);
        assertThat(rows.get(1)).contains("\tRAISED@0 CONFIRMED@0\tright\t", "\tfire-2");
        assertThat(rows.get(2)).contains("\tROBBERY\tRETRACTED@0\twrong\t");
    }

    private PlayedExercise played(List<KeptPost> kept, List<List<Alert>> alerts) {
        return new PlayedExercise(
                Map.of("1", exercise.incidents().get(0), "2", exercise.incidents().get(1)),
                kept,
                Map.of("doc-fire-1", "fire-1", "doc-fire-2", "fire-2"),
                alerts,
                Map.of());
    }

    private static KeptPost kept(String incident, String key) {
        return new KeptPost(incident, key, point(MALL));
    }

    private static PostTrace trace(String place) {
        return new PostTrace(Analysis.empty("en"), point(place), "no fence");
    }

    private static GeoPoint point(String place) {
        return TOWN.places().get(place).point();
    }

    private static IncidentPlan plan(String id, @Nullable ExpectedAlert alert) {
        return new IncidentPlan(
                id,
                "Smoke",
                IncidentCategory.FIRE,
                1,
                MALL,
                500,
                Duration.ofMinutes(1),
                alert == null ? List.of() : List.of(alert));
    }

    private static ScenarioLine line(
            String pack, String key, String place, ThreatKind kind, Admissible verdict) {
        return new ScenarioLine(
                Duration.ofMinutes(2),
                pack,
                "a",
                Operation.CREATE,
                key,
                "text of " + key,
                new TrueClaim(
                        place,
                        kind,
                        kind == ThreatKind.NONE ? null : IncidentCategory.FIRE,
                        verdict),
                Extras.none());
    }

    private static Alert alert(
            String id, IncidentCategory category, AlertState state, String post) {
        return new Alert(
                id,
                "1",
                ThreatKind.REPORT,
                category,
                state,
                NOON,
                NOON,
                3,
                0,
                List.of("doc-" + post),
                new PlaceMention(
                        "",
                        0,
                        0,
                        point(MALL),
                        50,
                        PlaceEvidence.TEXT,
                        PlaceBasis.STATED,
                        PlacePrecision.POINT,
                        "mall",
                        1),
                0.9,
                0.95,
                new PolicyDecision(Outcome.ADMIT, "OUT-03", ReasonCode.ALLOWED, ""),
                "",
                RulePrecision.UNKNOWN,
                1,
                AlertTelling.NONE);
    }
}
