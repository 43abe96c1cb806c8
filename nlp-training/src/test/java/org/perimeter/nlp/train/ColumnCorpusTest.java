// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.EntityType;

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
        List<LabelledPost> posts = ColumnCorpus.read(lines);

        // Then
        assertThat(posts)
                .containsExactly(
                        new LabelledPost(
                                "Ana Duarte, Norvale",
                                List.of(
                                        new LabelledPost.Name(EntityType.PERSON, 0, 10),
                                        new LabelledPost.Name(EntityType.LOCATION, 12, 19)),
                                false),
                        new LabelledPost(
                                "Buy Zubi from Zubicorp",
                                List.of(new LabelledPost.Name(EntityType.ORGANIZATION, 14, 22)),
                                false));
    }

    @Test
    void takesNoHandleForAName() {
        // Given
        List<String> lines = List.of("RT\tO", "@\tB-PER", "someone\tB-PER", "hi\tO");

        // When
        List<LabelledPost> posts = ColumnCorpus.read(lines);

        // Then
        assertThat(posts).containsExactly(new LabelledPost("RT @someone hi", List.of(), false));
    }

    @Test
    void startsANameAnewAfterAGap() {
        // Given
        List<String> lines = List.of("Ana\tB-PER", "and\tO", "Tom\tI-PER");

        // When
        List<LabelledPost> posts = ColumnCorpus.read(lines);

        // Then
        assertThat(posts.get(0).names()).hasSize(2);
    }
}
