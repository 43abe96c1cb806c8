// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;

import java.util.List;

class NamesTest {

    @Test
    void readsPostsWithoutAnyCapital() {
        // Given
        AnalysisRequest request = AnalysisRequest.of("met kenny and rosa at lunch");

        // When
        List<EntityMention> names = SharedModels.ANALYZER.analyze(request).entities();

        // Then
        assertThat(SharedModels.ANALYZER.needsEntities(request)).isFalse();
        assertThat(names)
                .containsExactly(
                        new EntityMention(EntityType.PERSON, "kenny", 4, 9),
                        new EntityMention(EntityType.PERSON, "rosa", 14, 18));
    }

    @ParameterizedTest
    @CsvSource({
        "so much smoke over in los angeles, los angeles, 22",
        "#houston we are fine here, #houston, 0"
    })
    void callsAPlaceALocationWhereTheModelsSawNoName(String text, String name, int start) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        List<EntityMention> names = SharedModels.ANALYZER.analyze(request).entities();

        // Then
        assertThat(SharedModels.ANALYZER.entitiesWithoutTriage(request)).isEmpty();
        assertThat(names)
                .containsExactly(
                        new EntityMention(EntityType.LOCATION, name, start, start + name.length()));
    }
}
