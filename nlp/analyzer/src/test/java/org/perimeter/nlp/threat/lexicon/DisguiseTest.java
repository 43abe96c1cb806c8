// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;

import java.util.List;

/** Words that were written so as to pass a filter are read all the same. */
final class DisguiseTest {

    private static final ThreatLexicon LEXICON =
            ThreatLexicon.parse(
                    List.of(
                            "disguised kill shoot",
                            "group GO kill shoot",
                            "hashtag staysafe stay safe",
                            "threat.x | ASSAULT | 0.6 | $GO"));

    @ParameterizedTest
    @CsvSource({
        "k1ll, kill",
        "K1LL, kill",
        "sh00t, shoot",
        "k*ll, kill",
        "k i l l, kill",
        "k.i.l.l, kill",
        "killl, kill",
        "kiiiill, kill",
        "k!ll, kill"
    })
    void readsTheWordBehindTheDisguise(String written, String meant) {
        // When
        List<ScanToken> scan = scan("i will " + written + " you");

        // Then
        assertThat(scan.stream().map(ScanToken::word)).containsExactly("i", "will", meant, "you");
        assertThat(scan.get(2).start()).isEqualTo(7);
        assertThat(scan.get(2).end()).isEqualTo(7 + written.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h4ppy", "2nite", "b*g", "a b c d"})
    void leavesOtherSpellingsAlone(String written) {
        // When
        List<ScanToken> scan = scan(written);

        // Then
        assertThat(scan.stream().map(ScanToken::word)).doesNotContain("kill", "shoot");
    }

    private static List<ScanToken> scan(String text) {
        return LEXICON.scan(new PostTokenizer().tokenize(PostText.of(text)));
    }
}
