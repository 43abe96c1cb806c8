// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;

import java.util.List;

class NameTokensTest {

    @Test
    void cutsEndingsOff() {
        // Given
        String text = "Norvale's mayor can't say they'll stay";

        // When
        List<NameToken> tokens = tokens(text);

        // Then
        assertThat(tokens)
                .extracting(NameToken::text)
                .containsExactly(
                        "Norvale", "'s", "mayor", "ca", "n't", "say", "they", "'ll", "stay");
    }

    @Test
    void masksHandlesAndLinksAndKeepsTheirPlace() {
        // Given
        String text = "@ana see https://example.invalid/a #Norvale";

        // When
        List<NameToken> tokens = tokens(text);

        // Then
        assertThat(tokens)
                .extracting(NameToken::text)
                .containsExactly("@user", "see", "http://link", "Norvale");
        assertThat(tokens.get(3).start()).isEqualTo(text.indexOf("Norvale"));
        assertThat(tokens.get(3).end()).isEqualTo(text.length());
    }

    @Test
    void remembersLineBreaks() {
        // Given
        String text = "one\ntwo three";

        // When
        List<NameToken> tokens = tokens(text);

        // Then
        assertThat(tokens).extracting(NameToken::afterBreak).containsExactly(false, true, false);
    }

    private static List<NameToken> tokens(String text) {
        return NameTokens.of(new PostTokenizer().tokenize(PostText.of(text)));
    }
}
