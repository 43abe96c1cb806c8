// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.Optional;

/** Which events are incidents, and of which category. */
final class EventWordsTest {

    @ParameterizedTest
    @CsvSource({
        "ACTIVE SHOOTER, SHOOTING",
        "Shots-fired report, SHOOTING",
        "Wildfire near a chemical spill, HAZARDOUS_MATERIAL",
        "Hostage situation after a robbery, HOSTAGE"
    })
    @Control("COL-04")
    void theWordsOfTheEventDecide(String event, IncidentCategory expected) {
        // Given
        Optional<IncidentCategory> besides = Optional.of(IncidentCategory.FIRE);

        // When
        Optional<IncidentCategory> category = EventWords.categoryOf(event, besides);

        // Then
        assertThat(category).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Protest", "Candlelight vigil", "Labor picket", "Crowd downtown", "MARCH"})
    @Control("COL-04")
    void anAssemblyIsNoIncidentWhateverTheFormatSays(String event) {
        // Given
        Optional<IncidentCategory> besides = Optional.of(IncidentCategory.FIRE);

        // When
        Optional<IncidentCategory> category = EventWords.categoryOf(event, besides);

        // Then
        assertThat(category).isEmpty();
    }

    @Test
    @Control("COL-04")
    void wordsThatSayNothingLeaveItToTheFormat() {
        // Given
        String event = "Campfire ban";

        // When
        Optional<IncidentCategory> none = EventWords.categoryOf(event, Optional.empty());

        // Then
        assertThat(none).isEmpty();
        assertThat(EventWords.categoryOf(event, Optional.of(IncidentCategory.FIRE)))
                .contains(IncidentCategory.FIRE);
    }
}
