// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class IdentityTermsTest {

    private final IdentityTerms terms =
            new IdentityTerms(List.of("martian", "red martian", "venusian"));

    @Test
    void findsTheLongestTermAsWords() {
        // Given

        // When
        String found = terms.in("My neighbour is a Red Martian, and kind.");

        // Then
        assertThat(found).isEqualTo("red martian");
        assertThat(terms.in("Martians are not listed")).isEmpty();
    }

    @Test
    void masksTheTermSoThatSwappedSentencesAreEqual() {
        // Given
        String one = "I am a proud venusian.";
        String other = "I am a proud red martian.";

        // When
        String masked = terms.mask(one, "venusian");

        // Then
        assertThat(masked).isEqualTo(terms.mask(other, "red martian"));
    }
}
