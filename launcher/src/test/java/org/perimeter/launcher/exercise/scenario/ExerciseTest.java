// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.exercise.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.launcher.exercise.city.City;
import org.perimeter.launcher.exercise.city.CityGenerator;
import org.perimeter.launcher.exercise.city.CityPlaces;
import org.perimeter.launcher.exercise.city.Table;
import org.perimeter.launcher.exercise.city.TruePlace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

final class ExerciseTest {

    private final City city = new CityGenerator(CityGenerator.SEED).generate();
    private final CityPlaces places = new CityPlaces(city);
    private final Exercise exercise = Exercise.in(city, CityGenerator.SEED);

    @Test
    void isTheSameForTheSameSeed() {
        // When
        Exercise again = Exercise.in(city, CityGenerator.SEED);

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
        assertThat(texts.get("ordinary")).isGreaterThanOrEqualTo(5_000);
        assertThat(Table.rows(Exercise.class, "ordinary.tsv")).hasSizeGreaterThanOrEqualTo(250);
    }

    @Test
    void variesTheOrdinaryPosts() {
        // When
        Set<String> distinct =
                exercise.lines().stream()
                        .filter(line -> line.pack().equals("ordinary"))
                        .map(ScenarioLine::text)
                        .collect(Collectors.toSet());

        // Then
        assertThat(distinct.size()).isGreaterThan(4_000);
    }

    @Test
    void namesOnlyPlacesThatTheCityHas() {
        // When
        List<String> unknown =
                exercise.lines().stream()
                        .map(line -> line.claim().place())
                        .filter(key -> !key.equals(Claim.NOWHERE) && places.find(key).isEmpty())
                        .toList();

        // Then
        assertThat(unknown).isEmpty();
    }

    @Test
    void wantsOnlyPostsAdmittedWhosePlaceIsInsideAFence() {
        // Given
        IncidentPlan mall = exercise.incidents().get(0);
        TruePlace center = places.get(mall.place());

        // When
        List<String> outside =
                exercise.lines().stream()
                        .filter(line -> line.claim().verdict() == Verdict.ADMIT)
                        .map(line -> line.claim().place())
                        .filter(
                                key ->
                                        TruePlace.metersBetween(
                                                        center.point(), places.get(key).point())
                                                > mall.radiusMeters())
                        .distinct()
                        .toList();

        // Then
        assertThat(outside).isEmpty();
    }

    @Test
    void speaksOfTheShootingBeforeTheIncidentOpens() {
        // Given
        IncidentPlan mall = exercise.incidents().get(0);

        // When
        long early =
                exercise.lines().stream()
                        .filter(line -> line.claim().verdict() == Verdict.ADMIT)
                        .filter(line -> line.at().compareTo(mall.opensAt()) < 0)
                        .count();

        // Then
        assertThat(early).isGreaterThan(20);
    }

    @Test
    void keepsTheMarchOutsideTheFence() {
        // Given
        IncidentPlan mall = exercise.incidents().get(0);

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
}
