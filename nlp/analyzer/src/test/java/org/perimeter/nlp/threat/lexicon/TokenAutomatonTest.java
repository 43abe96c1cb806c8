// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;

import java.time.Duration;
import java.util.List;

/** Patterns match as their format says, in linear time. */
final class TokenAutomatonTest {

    @ParameterizedTest
    @CsvSource({
        // pattern; text; how often it matches
        "shots fired, shots fired, 1",
        "shots fired, shots were fired, 0",
        "shots ..1 fired, shots were fired, 1",
        "shots ..1 fired, shots that were fired, 0",
        "a? b, b, 1",
        "# dead, 4 dead, 1",
        "# dead, four dead, 0",
        "^ kill them, kill them, 1",
        "^ kill them, they kill them, 0",
        "shots fired, shots. fired, 0",
        "x/y z, x z and y z, 2",
        "welcome @people, welcome women, 1",
        "welcome @people, welcome 👳, 1",
        "welcome @people, welcome home, 0",
        "@people/them out, them out, 1"
    })
    void matches(String pattern, String text, int times) {
        // When
        List<RuleHit> hits = hits("report.r | SHOOTING | 0.5 | " + pattern, text);

        // Then
        assertThat(hits).hasSize(times);
    }

    @Test
    void keepsTheLongestMatchFromEachStart() {
        // When
        List<RuleHit> hits = hits("report.r | SHOOTING | 0.5 | a b? c?", "a b c");

        // Then
        assertThat(hits).singleElement().satisfies(hit -> assertThat(hit.last()).isEqualTo(2));
    }

    @Test
    void isLinearInAHostileText() {
        // Given
        String text = "a b ".repeat(2_500);

        // When
        long before = System.nanoTime();
        hits("report.r | SHOOTING | 0.5 | a ..9 b ..9 a ..9 b ..9 never", text);

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void refusesABrokenLineByQuotingIt() {
        assertThatThrownBy(() -> ThreatLexicon.parse(List.of("report.r | NOTHING | 0.5 | a")))
                .hasMessageContaining("report.r | NOTHING");
    }

    private static List<RuleHit> hits(String rule, String text) {
        ThreatLexicon lexicon = ThreatLexicon.parse(List.of(rule));
        return lexicon.match(lexicon.scan(new PostTokenizer().tokenize(PostText.of(text))));
    }
}
