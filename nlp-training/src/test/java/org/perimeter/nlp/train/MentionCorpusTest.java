// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.EntityType;

import java.util.List;

class MentionCorpusTest {

    @Test
    void countsOffsetsInCodePoints() {
        // Given
        String line =
                "{\"text\":\"😂 Norvale\",\"location_mentions\":"
                        + "[{\"text\":\"Norvale\",\"start_offset\":2,\"end_offset\":9}]}";

        // When
        List<LabelledPost> posts = MentionCorpus.read(List.of(line));

        // Then
        assertThat(posts)
                .containsExactly(
                        new LabelledPost(
                                "😂 Norvale",
                                List.of(new LabelledPost.Name(EntityType.LOCATION, 3, 10)),
                                true));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> MentionCorpus.read(List.of("{")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
