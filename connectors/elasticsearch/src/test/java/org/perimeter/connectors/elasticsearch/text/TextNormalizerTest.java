// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

final class TextNormalizerTest {

    private static boolean finds(String query, String text) {
        String asked = TextNormalizer.forQuery(query);
        return !asked.isEmpty() && words(TextNormalizer.forIndex(text)).containsAll(words(asked));
    }

    private static Set<String> words(String normalized) {
        return Set.copyOf(Arrays.asList(normalized.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "mall, The MALL!",
        "cafe, Café at the corner",
        "café, CAFE",
        "strasse, Straße",
        "STRASSE, straße",
        "ﬁre, FIRE",
        "５５, 55 people",
        "сёмга, СЕМГА",
        "λόγος, ΛΟΓΟΣ",
        "dont, Don’t go there",
        "don't, dont go",
        "help, helppppp",
        "cool, cooool",
        "coool, cool",
        "goal, goooooal",
        "mall shooting, #MallShooting",
        "mallshooting, #MallShooting",
        "#MallShooting, shooting at the mall",
        "#MallShooting, #mall #shooting",
        "active shooter, #active_shooter",
        "i 95, #I95closed",
        "police, p\u200bo\u200bl\u200bice",
        "東京, 東京駅で火事",
        "火, 東京駅で火事🔥",
        "🔥, everything 🔥🔥 here",
        "शूटिंग, मॉल में शूटिंग",
        "إطلاق, إِطْلَاق نار",
        "911, call 911"
    })
    void findsTheWordInTheText(String query, String text) {
        // When, Then
        assertThat(finds(query, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "shot, shoot",
        "mall, small",
        "mal, mall",
        "1000, 10000",
        "shooting mall, #MallParking",
        "col, cool",
        "handle, thanks [handle]",
        "link, see [link]"
    })
    void doesNotFindAnotherWord(String query, String text) {
        // When, Then
        assertThat(finds(query, text)).isFalse();
    }

    @Test
    void holdsNoWordsWhereThereAreNone() {
        // When, Then
        for (String text : List.of("", "  \n", "!!! …", "[link] [handle]", "\u200b")) {
            assertThat(TextNormalizer.forQuery(text)).isEmpty();
            assertThat(TextNormalizer.forIndex(text)).isEmpty();
        }
    }

    @Test
    void survivesBrokenAndHugeText() {
        // Given
        String text =
                "\ud83d \udd25 a\ud800b " + "x".repeat(5_000) + " " + "\ud83d\udd25".repeat(500);

        // When
        String normalized = TextNormalizer.forIndex(text);

        // Then
        assertThat(words(normalized)).allMatch(word -> word.length() <= 100);
    }
}
