// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class StyledLettersTest {

    private final PostTokenizer tokenizer = new PostTokenizer();

    @ParameterizedTest
    @CsvSource({
        "Ｈａｒｂｏｕｒ１２, Harbour12",
        "𝐇𝐚𝐫𝐛𝐨𝐮𝐫, Harbour",
        "𝘏𝘢𝘳𝘣𝘰𝘶𝘳, Harbour",
        "𝗛𝗔𝗥𝗕𝗢𝗨𝗥, HARBOUR",
        "ℋ𝒶𝓇𝒷ℴ𝓊𝓇, Harbour",
        "ℌ𝔞𝔯𝔟𝔬𝔲𝔯, Harbour",
        "ℍ𝕒𝕣𝕓𝕠𝕦𝕣, Harbour",
        "𝙷𝚊𝚛𝚋𝚘𝚞𝚛, Harbour",
        "Ⓗⓐⓡⓑⓞⓤⓡ, Harbour",
        "⒣⒜⒭⒝⒪⒰⒭, harbour",
        "🄷🄰🅁🄱🄾🅄🅁, HARBOUR",
        "🅷🅰🆁🅱🅾🆄🆁, HARBOUR",
        "🅗🅐🅡🅑🅞🅤🅡, HARBOUR",
        "ʜᴀʀʙᴏᴜʀ, harbour",
        "H\u20DDa\u20DDr\u20DDb\u20DDo\u20DDu\u20DDr\u20DD, Harbour",
        "𝐌𝐚́𝐥𝐚𝐠𝐚, Malaga"
    })
    void aWordInCostumeIsThePlainWordWhereItStands(String styled, String plain) {
        // Given
        PostText text = PostText.of("at " + styled + " now");

        // When
        List<Token> tokens = tokenizer.tokenize(text);

        // Then
        assertThat(tokens).hasSize(3);
        Token word = tokens.get(1);
        assertThat(word.surface()).isEqualTo(plain);
        assertThat(word.norm()).isEqualTo(Normalizer.norm(plain));
        assertThat(text.slice(word.start(), word.end())).isEqualTo(styled);
        assertThat(text.codePointsBefore(word.end()) - text.codePointsBefore(word.start()))
                .isEqualTo(styled.codePointCount(0, styled.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Café", "Ñuñoa", "Łódź", "Москва", "東京", "ไทย", "नमस्ते"})
    void lettersOfALanguageAreNoCostume(String word) {
        // When
        List<Token> tokens = tokenizer.tokenize(PostText.of(word));

        // Then
        assertThat(tokens).extracting(Token::surface).containsExactly(word);
    }

    @Test
    void whatIsStruckThroughIsTheWordThatItWas() {
        // When
        Token word = tokenizer.tokenize(PostText.of("H\u0336a\u0336r\u0336b\u0336")).get(0);

        // Then
        assertThat(word.norm()).isEqualTo("harb");
    }

    @Test
    void aHashtagWearsCostumesToo() {
        // When
        Token tag = tokenizer.tokenize(PostText.of("#𝗣𝗶𝗲𝗿𝟵")).get(0);

        // Then
        assertThat(tag.kind()).isEqualTo(TokenKind.HASHTAG);
        assertThat(tag.surface()).isEqualTo("Pier9");
    }
}
