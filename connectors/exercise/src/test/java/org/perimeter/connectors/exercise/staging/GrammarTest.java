// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

final class GrammarTest {

    private final Grammar grammar =
            new Grammar(
                    Map.of(
                            "day", List.of("monday"),
                            "when", List.of("on a {day}"),
                            "again", List.of("once more {again}"),
                            "none", List.of()),
                    new Random(1));

    @Test
    void fillsSlotsInsideAlternativesAndValues() {
        // When
        String text = grammar.expand("rain [{when}] and {day}");

        // Then
        assertThat(text).isEqualTo("rain on a monday and monday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{again}", "{none}", "{unknown}", "open [bracket", "open {slot"})
    void refusesTemplatesThatCannotEnd(String template) {
        // When / Then
        assertThatThrownBy(() -> grammar.expand(template))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
