// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.policy.model.EntityMention;
import org.perimeter.policy.model.EntityType;

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
    void forgetsMentionsOfEveryOtherLabel(String label) {
        // Given
        List<LabelledToken> tokens =
                List.of(new LabelledToken(0, 3, label), new LabelledToken(4, 10, label));

        // When
        List<EntityMention> mentions = EntityAssembler.assemble(POST, tokens);

        // Then
        assertThat(mentions).isEmpty();
    }

    @Test
    void joinsNeighboursOfOneLabel() {
        // Given
        List<LabelledToken> tokens =
                List.of(
                        new LabelledToken(0, 3, "PERSON"),
                        new LabelledToken(4, 10, "PERSON"),
                        new LabelledToken(11, 13, "O"),
                        new LabelledToken(14, 21, "LOCATION"));

        // When
        List<EntityMention> mentions = EntityAssembler.assemble(POST, tokens);

        // Then
        assertThat(mentions)
                .containsExactly(
                        new EntityMention(EntityType.PERSON, "Ana Duarte", 0, 10),
                        new EntityMention(EntityType.LOCATION, "Norvale", 14, 21));
    }

    @Test
    void knowsNoOtherTypeThanTheThree() {
        // Given
        EntityType[] types = EntityType.values();

        // When
        List<String> names = List.of(types).stream().map(Enum::name).toList();

        // Then
        assertThat(names).containsExactly("PERSON", "ORGANIZATION", "LOCATION");
    }
}
