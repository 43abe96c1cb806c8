// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.exercise.city.CityGenerator;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.city.TruePlace;
import org.perimeter.connectors.exercise.script.ScriptReader;
import org.perimeter.connectors.exercise.staging.ExerciseStage;
import org.perimeter.connectors.exercise.staging.Staging;
import org.perimeter.connectors.exercise.table.Table;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ExerciseTest {

    private final Town town = Town.invented(Town.DEFAULT).orElseThrow();
    private final TownPlaces places = town.places();
    private final Exercise exercise =
            new ExerciseStage(town, ScriptReader.bundled(town))
                    .play(Staging.asWritten(CityGenerator.SEED));

    @Test
    void isTheSameForTheSameSeed() {
        // When
        Exercise again =
                new ExerciseStage(town, ScriptReader.bundled(town))
                        .play(Staging.asWritten(CityGenerator.SEED));

        // Then
        assertThat(again).isEqualTo(exercise);
    }

    @Test
    void holdsEnoughOfEverything() {
        // When
        Map<String, Long> texts =
                exercise.lines().stream()
                        .filter(line -> line.operation() == Operation.CREATE)
                        .collect(Collectors.groupingBy(ScenarioLine::pack, Collectors.counting()));

        // Then
        assertThat(texts.get("mall")).isGreaterThanOrEqualTo(150);
        assertThat(texts.get("march")).isGreaterThanOrEqualTo(80);
        assertThat(texts.get("abduction")).isGreaterThanOrEqualTo(110);
        assertThat(texts.get("robbery")).isGreaterThanOrEqualTo(90);
        assertThat(texts.get("unwatched")).isGreaterThanOrEqualTo(40);
        assertThat(texts.get("ordinary")).isGreaterThanOrEqualTo(20_000);
        assertThat(Table.rows(Exercise.class, "ordinary.tsv")).hasSizeGreaterThanOrEqualTo(600);
    }

    @Test
    void neverRepeatsAnOrdinaryPost() {
        // When
        List<String> texts =
                exercise.lines().stream()
                        .filter(line -> line.pack().equals("ordinary"))
                        .map(ScenarioLine::text)
                        .toList();

        // Then
        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void writesAboutATenthOfTheOrdinaryPostsInSpanish() {
        // When
        List<String> declared =
                exercise.lines().stream()
                        .filter(line -> line.pack().equals("ordinary"))
                        .flatMap(line -> Stream.ofNullable(line.extras().language()))
                        .toList();

        // Then
        double share = (double) Collections.frequency(declared, "es") / declared.size();
        assertThat(share).isBetween(0.07, 0.11);
    }

    @Test
    void namesOnlyPlacesThatTheCityHas() {
        // When
        List<String> unknown =
                exercise.lines().stream()
                        .map(line -> line.claim().place())
                        .filter(key -> !key.equals(TrueClaim.NOWHERE) && places.find(key).isEmpty())
                        .toList();

        // Then
        assertThat(unknown).isEmpty();
    }

    @Test
    void wantsOnlyPostsAdmittedWhosePlaceMeetsTheFenceOfTheirIncident() {
        // When
        List<String> outside =
                exercise.lines().stream()
                        .filter(line -> line.claim().verdict() == Admissible.ADMIT)
                        .filter(line -> !meets(plan(line.pack()), line.claim().place()))
                        .map(ScenarioLine::post)
                        .toList();

        // Then
        assertThat(outside).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mall", "abduction"})
    void speaksOfAnIncidentBeforeItOpens(String incident) {
        // When
        long early =
                exercise.lines().stream()
                        .filter(line -> line.pack().equals(incident))
                        .filter(line -> line.claim().verdict() == Admissible.ADMIT)
                        .filter(line -> line.at().compareTo(plan(incident).opensAt()) < 0)
                        .count();

        // Then
        assertThat(early).isGreaterThan(20);
    }

    @Test
    void placesReportsOfTheFlightJustOutsideTheFence() {
        // Given
        IncidentPlan robbery = plan("robbery");

        // When
        List<String> outside =
                exercise.lines().stream()
                        .filter(line -> line.pack().equals("robbery"))
                        .filter(line -> line.claim().kind() == ThreatKind.REPORT)
                        .map(line -> line.claim().place())
                        .filter(key -> !key.equals(TrueClaim.NOWHERE) && !meets(robbery, key))
                        .distinct()
                        .toList();

        // Then
        assertThat(outside).contains("store-bodega", "Commerce Avenue & Heron Street");
    }

    @Test
    void watchesNobodyElsewhere() {
        // When
        List<String> inside =
                exercise.lines().stream()
                        .filter(line -> line.pack().equals("unwatched"))
                        .filter(line -> line.operation() == Operation.CREATE)
                        .filter(
                                line ->
                                        exercise.incidents().stream()
                                                .anyMatch(
                                                        plan -> holds(plan, line.claim().place())))
                        .map(ScenarioLine::post)
                        .toList();

        // Then
        assertThat(inside).isEmpty();
    }

    @Test
    void keepsTheMarchOutsideTheFence() {
        // Given
        IncidentPlan mall = plan("mall");

        // When
        double distance =
                places.get("park-founders").distanceMeters(places.get(mall.place()).point());

        // Then
        assertThat(distance).isGreaterThan(mall.radiusMeters());
    }

    @Test
    void editsAndDeletesOnlyWhatTheSameAuthorWroteBefore() {
        // Given
        Map<String, ScenarioLine> created =
                exercise.lines().stream()
                        .filter(line -> line.operation() == Operation.CREATE)
                        .collect(Collectors.toMap(ScenarioLine::post, line -> line));

        // When
        List<ScenarioLine> changes =
                exercise.lines().stream()
                        .filter(
                                line ->
                                        line.operation() == Operation.UPDATE
                                                || line.operation() == Operation.DELETE)
                        .toList();

        // Then
        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(
                        change -> {
                            ScenarioLine first = created.get(change.post());
                            assertThat(first).isNotNull();
                            assertThat(first.author()).isEqualTo(change.author());
                            assertThat(first.at()).isLessThan(change.at());
                        });
    }

    private IncidentPlan plan(String id) {
        return exercise.incidents().stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the middle of the place is inside. */
    private boolean holds(IncidentPlan plan, String place) {
        return TruePlace.metersBetween(places.get(place).point(), places.get(plan.place()).point())
                <= plan.radiusMeters();
    }

    private boolean meets(IncidentPlan plan, String place) {
        return places.get(place).distanceMeters(places.get(plan.place()).point())
                <= plan.radiusMeters();
    }
}
