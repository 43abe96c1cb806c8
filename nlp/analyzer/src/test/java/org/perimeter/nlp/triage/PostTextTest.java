// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostTextTest {

    @Test
    void countsCodePointsNotUtf16Units() {
        // Given
        PostText post = PostText.of("😂 fire");

        // When
        int offset = post.codePointsBefore(3);

        // Then
        assertThat(offset).isEqualTo(2);
        assertThat(post.codePointsBefore(post.raw().length())).isEqualTo(6);
    }

    @Test
    void replacesOddCharactersOneByOne() {
        // Given
        String odd = "a\uD83Db\u202Ec\u0000d";

        // When
        PostText post = PostText.of(odd);

        // Then
        assertThat(post.clean()).isEqualTo("a\uFFFDb c d");
        assertThat(post.raw()).isEqualTo(odd);
    }

    @Test
    void cutsAtTheLimitBetweenCodePoints() {
        // Given
        String text = "😂".repeat(PostText.MAX_CODE_POINTS + 5);

        // When
        PostText post = PostText.of(text);

        // Then
        assertThat(post.raw().codePointCount(0, post.raw().length()))
                .isEqualTo(PostText.MAX_CODE_POINTS);
    }
}
