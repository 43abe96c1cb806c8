// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

import org.perimeter.policy.controls.Control;

import java.util.List;
import java.util.Locale;

/** What holds for every text. */
final class RedactorPropertiesTest {

    private static final Redactor REDACTOR = Redactor.of(List.of("US"));

    private static final String[] WORDS = {
        "fire",
        "at",
        "the",
        "mall",
        "12:30",
        "1400",
        "Broadway",
        "\uD83D\uDD25",
        "ran.",
        "(so)",
        "said:",
        "\"help\"",
        "5th",
        "/",
        "-",
        "now,",
        "caf\u00E9",
        "\u706B\u4E8B"
    };

    @Property(tries = 1000, seed = "20261124")
    @Control("IDN-02")
    void noIdentifierSurvivesWhereverItStands(
            @ForAll("identifiers") String identifier,
            @ForAll("sentences") String before,
            @ForAll("sentences") String after,
            @ForAll("joints") String joint) {
        // Given
        String text = before + joint + identifier + " " + after;

        // When
        String redacted = REDACTOR.redact(text).text();

        // Then
        assertThat(redacted.toLowerCase(Locale.ROOT))
                .doesNotContain(identifier.toLowerCase(Locale.ROOT));
        assertThat(redacted).endsWith(" " + after).startsWith(before);
    }

    @Property(tries = 1000, seed = "20261124")
    void redactingTwiceIsRedactingOnce(@ForAll("mixtures") String text) {
        // Given
        Redaction once = REDACTOR.redact(text);

        // When
        Redaction twice = REDACTOR.redact(once.text());

        // Then
        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(twice.changed()).isFalse();
    }

    @Property(tries = 1000, seed = "20261124")
    void anyTextIsRedactedIdempotentlyWithOrderedOffsets(
            @ForAll @StringLength(max = 60) String text) {
        // Given
        Redaction redaction = REDACTOR.redact(text);
        int length = text.codePointCount(0, text.length());

        // When
        int last = redaction.translate(length);

        // Then
        assertThat(last).isEqualTo(redaction.text().codePointCount(0, redaction.text().length()));
        for (int i = 0; i < length; i++) {
            assertThat(redaction.translate(i)).isLessThanOrEqualTo(redaction.translate(i + 1));
        }
        assertThat(REDACTOR.redact(redaction.text()).text()).isEqualTo(redaction.text());
    }

    @Property(tries = 1000, seed = "20261124")
    void keptSpansReadTheSame(@ForAll("mixtures") String text) {
        // Given
        Redaction redaction = REDACTOR.redact(text);
        int[] original = text.codePoints().toArray();
        int[] redacted = redaction.text().codePoints().toArray();

        for (int i = 0; i < original.length; i++) {
            if (redaction.keeps(i, i + 1)) {
                // When
                int moved = redaction.translate(i);

                // Then
                assertThat(redacted[moved]).isEqualTo(original[i]);
            }
        }
    }

    @Provide
    Arbitrary<String> identifiers() {
        Arbitrary<String> name =
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withChars('0', '_', '7')
                        .ofMinLength(3)
                        .ofMaxLength(12)
                        .map(text -> "q" + text + "z");
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofLength(10);
        return Arbitraries.oneOf(
                name.map(n -> "@" + n),
                name.map(n -> "@" + n + "@social.example"),
                name.map(n -> n.replace('_', '-') + ".bsky.social"),
                name.map(n -> n + "@mail.example.org"),
                name.map(n -> "https://example.org/" + n),
                name.map(n -> n.replace('_', '-') + ".com/" + n),
                name.map(n -> "www." + n.replace('_', '-') + ".zz"),
                name.map(n -> "u/" + n),
                name.map(n -> "did:plc:" + n),
                digits.map(d -> d.substring(0, 3) + "-" + d.substring(3, 6) + "-" + d.substring(6)),
                digits.map(
                        d ->
                                "("
                                        + d.substring(0, 3)
                                        + ") "
                                        + d.substring(3, 6)
                                        + "-"
                                        + d.substring(6)),
                digits.map(d -> d.substring(0, 3) + "." + d.substring(3, 6) + "." + d.substring(6)),
                digits.map(
                        d ->
                                "+1 "
                                        + d.substring(0, 3)
                                        + " "
                                        + d.substring(3, 6)
                                        + " "
                                        + d.substring(6)),
                digits.map(d -> "+49" + d));
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(WORDS).list().ofMaxSize(6).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> joints() {
        return Arbitraries.of(" ", " (", " \"", "\n", " \u2014", " \u201C");
    }

    @Provide
    Arbitrary<String> mixtures() {
        Arbitrary<String> part = Arbitraries.oneOf(identifiers(), Arbitraries.of(WORDS));
        Arbitrary<String> gap = Arbitraries.of(" ", "", ".", "-", "/", ":", "@", ",", "(", ")");
        return Combinators.combine(part.list().ofMaxSize(8), gap.list().ofSize(8))
                .as(RedactorPropertiesTest::join);
    }

    private static String join(List<String> parts, List<String> gaps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(parts.get(i)).append(gaps.get(i));
        }
        return text.toString();
    }
}
