// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.exercise.city.CityGenerator;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.script.ScriptReader;
import org.perimeter.connectors.exercise.staging.ExerciseStage;
import org.perimeter.connectors.exercise.staging.Staging;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.redaction.Redactor;

import java.util.List;
import java.util.regex.Pattern;

/** Control IDN-02 on the exercise: identifiers go, and nothing else. */
final class IdentifiersTest {

    /** A post without any of these has no identifier that a reader would see. */
    private static final Pattern MARKS =
            Pattern.compile("@|://|plate|\\d{3}-\\d{4}", Pattern.CASE_INSENSITIVE);

    private final Redactor redactor = Redactor.of(List.of("US"));

    @Test
    @Control("IDN-02")
    void onlyPostsWithAnIdentifierAreChanged() {
        // Given
        Town town = Town.invented(Town.DEFAULT).orElseThrow();
        List<String> texts =
                new ExerciseStage(town, ScriptReader.bundled(town))
                        .play(Staging.asWritten(CityGenerator.SEED)).lines().stream()
                                .map(ScenarioLine::text)
                                .toList();

        // When
        List<String> changed =
                texts.stream().filter(text -> redactor.redact(text).changed()).toList();

        // Then
        assertThat(texts).hasSizeGreaterThan(1_000);
        assertThat(changed).hasSizeGreaterThanOrEqualTo(8).allMatch(MARKS.asPredicate());
    }
}
