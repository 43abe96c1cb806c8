// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.reading.EntityType;

import java.util.List;

class MentionCorpusTest {

    @Test
    void countsOffsetsInCodePoints() {
        // Given
        String line =
                "{\"text\":\"😂 Norvale\",\"location_mentions\":"
                        + "[{\"text\":\"Norvale\",\"start_offset\":2,\"end_offset\":9}]}";

        // When
        List<LabelledTokens> posts = MentionCorpus.read(List.of(line));

        // Then
        assertThat(posts)
                .containsExactly(
                        new LabelledTokens(
                                "😂 Norvale",
                                List.of(new LabelledTokens.Name(EntityType.LOCATION, 3, 10)),
                                true));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> MentionCorpus.read(List.of("{")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
