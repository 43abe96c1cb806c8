// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TriageTest {

    private static final Triage TRIAGE = Triage.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just had tacos",
                "Thanks everyone! So happy. I'm off",
                "What a day",
                "",
                "😂😂 #tacos @ana"
            })
    void sparesPostsWithoutNameLikeWords(String text) {
        // When
        boolean needed = TRIAGE.needsEntities(tokens(text), false);

        // Then
        assertThat(needed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oakland is on fire",
                "met Ana at lunch",
                "so tired. Duarte won again",
                "HELP US IN NORVALE"
            })
    void sendsPostsWithNameLikeWords(String text) {
        // When
        boolean needed = TRIAGE.needsEntities(tokens(text), false);

        // Then
        assertThat(needed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fire in oakland", ""})
    void sendsPostsInWhichSomethingWasFound(String text) {
        // When
        boolean needed = TRIAGE.needsEntities(tokens(text), true);

        // Then
        assertThat(needed).isTrue();
    }

    private static List<Token> tokens(String text) {
        return new PostTokenizer().tokenize(PostText.of(text));
    }
}
