// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostNormalTest {

    private static final PostNormal NORMAL = PostNormal.load();

    @Test
    void writesLinksAndHandlesAsOneWordEach() {
        assertThat(words("@some.one look www.example.org/a?b=c and https://x.example"))
                .isEqualTo("@user look http and http");
    }

    @Test
    void writesEmojiByTheirNamesAndARowOfThemOnce() {
        assertThat(words("the mill 🔥🔥🔥 rn 🚒")).isEqualTo("the mill fire rn fire engine");
    }

    @Test
    void foldsStyledCapitals() {
        assertThat(words("𝗦𝗛𝗢𝗧𝗦 on 𝒕𝒉𝒆 ｂｒｉｄｇｅ")).isEqualTo("SHOTS on the bridge");
    }

    @Test
    void opensHashtags() {
        assertThat(words("#mainstreet &amp; 5th")).isEqualTo("# mainstreet & 5th");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i hate all muslims here",
                "i hate all Black women here",
                "i hate all trans people here",
                "i hate all African-American men here",
                "i hate all Mexicans here",
                "i hate all people here",
                "i hate all 👩🏾‍🦱 here",
                "i hate all 🏳️‍🌈 people here",
                "i hate all Iraqís here"
            })
    void readsAllGroupsAsPeople(String text) {
        assertThat(words(text)).isEqualTo("i hate all people here");
    }

    @Test
    void readsBothGendersAlike() {
        assertThat(words("she has a gun, get away from her"))
                .isEqualTo(words("he has a gun, get away from him"));
    }

    @Test
    void leavesWordsAndNumbersThatAreNotMaskedAsTheyAre() {
        assertThat(words("Sooo loud @ 4th Ave, 911!!")).isEqualTo("Sooo loud @ 4th Ave, 911!!");
    }

    private static String words(String text) {
        return NORMAL.of(text).replaceAll("\\s+", " ");
    }
}
