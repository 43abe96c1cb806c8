// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;

import java.util.List;

class EntityAssemblerTest {

    private static final PostText POST = PostText.of("Ana Duarte in Norvale");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RELIGION",
                "NATIONALITY",
                "IDEOLOGY",
                "CRIMINAL_CHARGE",
                "TITLE",
                "CAUSE_OF_DEATH",
                "MISC",
                "O",
                "person",
                ""
            })
    @Control("FAS-03")
    void forgetsMentionsOfEveryOtherLabel(String label) {
        // Given
        List<NameToken> tokens = tokens(POST).subList(0, 2);

        // When
        List<EntityMention> mentions =
                EntityAssembler.assemble(POST, tokens, List.of(label, label));

        // Then
        assertThat(mentions).isEmpty();
    }

    @Test
    void joinsNeighboursOfOneLabel() {
        // Given
        List<String> labels = List.of("PERSON", "PERSON", "O", "LOCATION");

        // When
        List<EntityMention> mentions = EntityAssembler.assemble(POST, tokens(POST), labels);

        // Then
        assertThat(mentions)
                .containsExactly(
                        new EntityMention(EntityType.PERSON, "Ana Duarte", 0, 10),
                        new EntityMention(EntityType.LOCATION, "Norvale", 14, 21));
    }

    @Test
    void leavesMarksAndEndingsAtTheEdgesOut() {
        // Given
        PostText post = PostText.of("(Norvale's)");
        List<String> labels = List.of("LOCATION", "LOCATION", "LOCATION", "LOCATION");

        // When
        List<EntityMention> mentions = EntityAssembler.assemble(post, tokens(post), labels);

        // Then
        assertThat(mentions)
                .containsExactly(new EntityMention(EntityType.LOCATION, "Norvale", 1, 8));
    }

    @Test
    void neverNamesHandlesOrLinksAndOnlyPlacesByHashtags() {
        // Given
        PostText post = PostText.of("@ana #Norvale https://example.invalid/ana");
        List<String> persons = List.of("PERSON", "PERSON", "PERSON");
        List<String> places = List.of("LOCATION", "LOCATION", "LOCATION");

        // When
        List<EntityMention> asPlaces = EntityAssembler.assemble(post, tokens(post), places);

        // Then
        assertThat(EntityAssembler.assemble(post, tokens(post), persons)).isEmpty();
        assertThat(asPlaces)
                .containsExactly(new EntityMention(EntityType.LOCATION, "Norvale", 6, 13));
    }

    @Test
    void keepsTheLastPointOfInitials() {
        // Given
        PostText post = PostText.of("the U.S. sent");
        List<String> labels = List.of("O", "LOCATION", "O", "O");

        // When
        List<EntityMention> mentions = EntityAssembler.assemble(post, tokens(post), labels);

        // Then
        assertThat(mentions).containsExactly(new EntityMention(EntityType.LOCATION, "U.S.", 4, 8));
    }

    @Test
    void endsANameWithItsLine() {
        // Given
        PostText post = PostText.of("Norvale\nDuarte");
        List<String> labels = List.of("LOCATION", "LOCATION");

        // When
        List<EntityMention> mentions = EntityAssembler.assemble(post, tokens(post), labels);

        // Then
        assertThat(mentions).extracting(EntityMention::text).containsExactly("Norvale", "Duarte");
    }

    @Test
    @Control("FAS-03")
    void knowsNoOtherTypeThanTheThree() {
        // Given
        EntityType[] types = EntityType.values();

        // When
        List<String> names = List.of(types).stream().map(Enum::name).toList();

        // Then
        assertThat(names).containsExactly("PERSON", "ORGANIZATION", "LOCATION");
    }

    private static List<NameToken> tokens(PostText post) {
        return NameTokens.of(new PostTokenizer().tokenize(post));
    }
}
