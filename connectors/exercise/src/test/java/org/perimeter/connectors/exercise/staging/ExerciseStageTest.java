// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.city.TruePlace;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.Extras;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.Script;
import org.perimeter.connectors.exercise.script.ScriptReader;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class ExerciseStageTest {

    private static final Town TOWN = Town.invented(Town.DEFAULT).orElseThrow();
    private static final Script SCRIPT = ScriptReader.bundled(TOWN);

    private final ExerciseStage stage = new ExerciseStage(TOWN, SCRIPT);

    @Test
    void isTheSameForTheSameSeed() {
        // Given
        Staging staging = new Staging(7, true, 300, 50);

        // When
        Exercise again = new ExerciseStage(TOWN, SCRIPT).play(staging);

        // Then
        assertThat(again).isEqualTo(stage.play(staging));
    }

    @Test
    void variesTimesAuthorsAndOrdinaryPostsWithTheSeed() {
        // When
        List<ScenarioLine> one = stage.play(new Staging(1, true, 300, 50)).lines();
        List<ScenarioLine> two = stage.play(new Staging(2, true, 300, 50)).lines();

        // Then
        assertThat(times(one, "mall")).isNotEqualTo(times(two, "mall"));
        assertThat(one.get(0).author()).isNotEqualTo(two.get(0).author());
        assertThat(texts(one, "ordinary")).doesNotContainSequence(texts(two, "ordinary"));
        assertThat(texts(one, "mall")).isEqualTo(texts(two, "mall"));
    }

    @Test
    void letsNobodyOvertakeAnybodyWithinAPack() {
        // Given
        List<String> written = posts(stage.play(Staging.asWritten(1)).lines(), "robbery");

        // When
        List<ScenarioLine> varied = stage.play(new Staging(3, true, 0, 0)).lines();

        // Then
        assertThat(posts(varied, "robbery")).isEqualTo(written);
        assertThat(times(varied, "robbery")).isSorted();
    }

    @Test
    void putsHalfOfTheOrdinaryPostsInsideFences() {
        // When
        Exercise exercise = stage.play(new Staging(1, true, 1_000, 50));

        // Then
        long inside =
                exercise.lines().stream()
                        .filter(line -> line.pack().equals("ordinary"))
                        .filter(line -> isInside(line.extras(), exercise.incidents()))
                        .count();
        assertThat(inside).isBetween(440L, 570L);
    }

    @Test
    void saysTheSamePlaceInOtherWords() {
        // Given
        ScenarioLine line = SCRIPT.packs().get(0).get(0);
        Script script =
                new Script(
                        SCRIPT.incidents(),
                        List.of(List.of(line.with(line.at(), "a", "smoke, {place}, {drink}!"))),
                        SCRIPT.ordinary(),
                        Map.of("drink", List.of("tea")));

        // When
        String text =
                new ExerciseStage(TOWN, script)
                        .play(new Staging(1, true, 0, 0))
                        .lines()
                        .get(0)
                        .text();

        // Then
        String place = TOWN.places().get(line.claim().place()).name();
        assertThat(text).isEqualTo("smoke, " + place + ", tea!");
    }

    private static boolean isInside(Extras extras, List<IncidentPlan> incidents) {
        return Stream.of(extras)
                .flatMap(
                        each ->
                                Stream.concat(
                                        Stream.ofNullable(each.gps()),
                                        Stream.ofNullable(each.tag())))
                .map(key -> TOWN.places().get(key).point())
                .anyMatch(
                        point ->
                                incidents.stream()
                                        .anyMatch(
                                                plan ->
                                                        TruePlace.metersBetween(
                                                                        point,
                                                                        TOWN.places()
                                                                                .get(plan.place())
                                                                                .point())
                                                                <= plan.radiusMeters()));
    }

    private static List<Duration> times(List<ScenarioLine> lines, String pack) {
        return of(lines, pack).map(ScenarioLine::at).toList();
    }

    private static List<String> texts(List<ScenarioLine> lines, String pack) {
        return of(lines, pack).map(ScenarioLine::text).toList();
    }

    private static List<String> posts(List<ScenarioLine> lines, String pack) {
        return of(lines, pack).map(ScenarioLine::post).toList();
    }

    private static Stream<ScenarioLine> of(List<ScenarioLine> lines, String pack) {
        return lines.stream().filter(line -> line.pack().equals(pack));
    }
}
