// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class PostTemplatesTest {

    @Test
    void fillsGapsWithinGapsAndLeavesNoDoubleBlank() {
        // Given
        PostTemplates templates =
                new PostTemplates(
                        List.of(
                                "$who\ta $trade",
                                "$trade\tbaker",
                                "$now\t",
                                "NONE\t$who $now sings"));

        // When
        List<String> filled = templates.filled(2);

        // Then
        assertThat(filled).containsExactly("NONE\ta baker sings", "NONE\ta baker sings");
    }

    @Test
    void fillsTheSameLinesAlwaysAlike() {
        // Given
        List<String> lines = List.of("$dish\tsoup|stew|pie|tart|bread", "NONE\tmore $dish please");

        // When
        List<String> filled = new PostTemplates(lines).filled(20);

        // Then
        assertThat(filled).isEqualTo(new PostTemplates(lines).filled(20));
        assertThat(filled.stream().distinct().count()).isGreaterThan(2);
    }

    @Test
    void refusesAGapThatNothingFills() {
        // Given
        PostTemplates templates = new PostTemplates(List.of("NONE\tmore $dish please"));

        // Then
        assertThatThrownBy(() -> templates.filled(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$dish");
    }
}
