// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.reading.EntityType;

import java.util.List;

class ColumnCorpusTest {

    @Test
    void putsTextsTogetherAndMarksTheNames() {
        // Given
        List<String> lines =
                List.of(
                        "Ana\tB-person",
                        "Duarte\tI-person",
                        ",\tO",
                        "Norvale\tB-location",
                        "",
                        "Buy\tO",
                        "Zubi\tB-product",
                        "from\tO",
                        "Zubicorp\tB-corporation");

        // When
        List<LabelledTokens> posts = ColumnCorpus.read(lines);

        // Then
        assertThat(posts)
                .containsExactly(
                        new LabelledTokens(
                                "Ana Duarte, Norvale",
                                List.of(
                                        new LabelledTokens.Name(EntityType.PERSON, 0, 10),
                                        new LabelledTokens.Name(EntityType.LOCATION, 12, 19)),
                                false),
                        new LabelledTokens(
                                "Buy Zubi from Zubicorp",
                                List.of(new LabelledTokens.Name(EntityType.ORGANIZATION, 14, 22)),
                                false));
    }

    @Test
    void takesNoHandleForAName() {
        // Given
        List<String> lines = List.of("RT\tO", "@\tB-PER", "someone\tB-PER", "hi\tO");

        // When
        List<LabelledTokens> posts = ColumnCorpus.read(lines);

        // Then
        assertThat(posts).containsExactly(new LabelledTokens("RT @someone hi", List.of(), false));
    }

    @Test
    void startsANameAnewAfterAGap() {
        // Given
        List<String> lines = List.of("Ana\tB-PER", "and\tO", "Tom\tI-PER");

        // When
        List<LabelledTokens> posts = ColumnCorpus.read(lines);

        // Then
        assertThat(posts.get(0).names()).hasSize(2);
    }
}
