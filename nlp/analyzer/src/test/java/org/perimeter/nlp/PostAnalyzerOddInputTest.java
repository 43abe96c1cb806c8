// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EvidenceSpan;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class PostAnalyzerOddInputTest {

    private static final List<String> PIECES =
            List.of(
                    "shots fired",
                    "😂",
                    "👩‍👩‍👧‍👦",
                    "Oakland, CA",
                    "#ActiveShooter",
                    "\uD83D",
                    "\uDE02",
                    "\u202E",
                    "\u0000",
                    "é́́",
                    "https://example.invalid/a?b=c",
                    "@someone@example.invalid",
                    "Maria Lopez",
                    "\n\n",
                    "explosion at the mall",
                    "im gonna shoot up the school",
                    "\u200F",
                    "東京",
                    "!!!",
                    "5th & Main",
                    "…",
                    "🇺🇸",
                    "''''",
                    "St. Louis",
                    ".");

    static Stream<String> oddTexts() {
        Stream<String> fixed =
                Stream.of(
                        "",
                        " ",
                        "😂😂😂",
                        "\uD83D",
                        "\uDE02\uD83D",
                        "\u202Eshots fired in Oakland\u202C",
                        "a".repeat(100_000),
                        "shots fired ".repeat(10_000),
                        "😂".repeat(100_000),
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> "#ShotsFired" + i)
                                .collect(Collectors.joining(" ")),
                        "#".repeat(5_000),
                        "@".repeat(5_000),
                        "'.'.".repeat(2_500),
                        "\u0301".repeat(1_000),
                        "Oakland, CA ".repeat(300));
        Random random = new Random(7);
        Stream<String> mixed =
                Stream.generate(
                                () ->
                                        IntStream.range(0, 1 + random.nextInt(12))
                                                .mapToObj(
                                                        i ->
                                                                PIECES.get(
                                                                                random.nextInt(
                                                                                        PIECES
                                                                                                .size()))
                                                                        + (random.nextInt(4) == 0
                                                                                ? ""
                                                                                : " "))
                                                .collect(Collectors.joining()))
                        .limit(400);
        return Stream.concat(fixed, mixed);
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    void everySpanCutsOutExactlyTheTextItNames(String text) {
        // Given
        AnalysisRequest request = AnalysisRequest.of(text);

        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(request);

        // Then
        for (EntityMention entity : analysis.entities()) {
            assertThat(cut(text, entity.start(), entity.end())).isEqualTo(entity.text());
        }
        for (PlaceMention place : analysis.places()) {
            assertThat(cut(text, place.start(), place.end())).isEqualTo(place.text());
        }
        for (EvidenceSpan span : analysis.threat().spans()) {
            assertThat(cut(text, span.start(), span.end())).isNotBlank();
        }
    }

    @Test
    void readsNothingBehindTheLimit() {
        // Given
        String text = "word ".repeat(2_000) + "shots fired at the mall";

        // When
        Analysis analysis = SharedModels.ANALYZER.analyze(AnalysisRequest.of(text));

        // Then
        assertThat(analysis.threat().spans()).isEmpty();
    }

    private static String cut(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}
