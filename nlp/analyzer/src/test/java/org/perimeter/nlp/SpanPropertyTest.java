// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EvidenceSpan;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What holds for every text: each span is inside it and cuts out exactly what it names. */
class SpanPropertyTest {

    private static final int POSTS_PER_SEED = 300;

    /** As in the job; nothing that a person can post may come near it. */
    private static final TimeBudget BUDGET =
            new TimeBudget(Duration.ofSeconds(2), System::nanoTime);

    private static final Neighbourhood NORVALE =
            new Neighbourhood(new GeoPoint(45.2, -129.99), 2_000);

    static Stream<String> badInput() {
        return Stream.of(
                "",
                "\uD83D",
                "😂".repeat(2_000),
                "👩‍👩‍👧‍👦🇺🇸👍🏽".repeat(500),
                "a".repeat(100_000),
                "shots fired in Oakland ".repeat(4_350),
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "#ShotsFired" + i)
                        .collect(Collectors.joining(" ")),
                IntStream.range(0, 5_000).mapToObj(i -> "#Oakland").collect(Collectors.joining()),
                "\u202E".repeat(5_000) + "shots fired",
                "e\u0301".repeat(5_000),
                "Springfield Salem Madison Franklin ".repeat(280),
                "see https://example.invalid/Oakland's",
                "Oakland");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void holdsForGeneratedPosts(long seed) {
        // Given
        GeneratedPosts posts = new GeneratedPosts(seed);

        for (int i = 0; i < POSTS_PER_SEED; i++) {
            String text = posts.next();

            // When
            Analysis analysis = analyze(text);

            // Then
            assertSpansHold(text, analysis);
        }
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void holdsForBadInputWithinTheTimeBudget(String text) {
        // Given
        AnalysisRequest request = new AnalysisRequest(text, List.of(), null, List.of(NORVALE));

        // When
        Analysis analysis = SharedModels.ANALYZER.analyzeWithin(request, BUDGET).orElseThrow();

        // Then
        assertSpansHold(text, analysis);
    }

    @Test
    void tokensCutOutTheirSurfaceInTextOrder() {
        // Given
        GeneratedPosts posts = new GeneratedPosts(55);

        for (int i = 0; i < POSTS_PER_SEED; i++) {
            PostText post = PostText.of(posts.next());

            // When
            List<Token> tokens = new PostTokenizer().tokenize(post);

            // Then
            int before = 0;
            for (Token token : tokens) {
                assertThat(token.start()).isGreaterThanOrEqualTo(before);
                assertThat(token.end()).isGreaterThan(token.start());
                String cut = post.clean().substring(token.start(), token.end());
                boolean signed =
                        token.kind() == TokenKind.HASHTAG || token.kind() == TokenKind.MENTION;
                assertThat(signed ? cut.substring(1) : cut)
                        .as("%s in %s", token.kind(), escaped(post.raw()))
                        .isEqualTo(token.surface());
                before = token.end();
            }
        }
    }

    private static Analysis analyze(String text) {
        return SharedModels.ANALYZER.analyze(
                new AnalysisRequest(text, List.of(), null, List.of(NORVALE)));
    }

    private static void assertSpansHold(String text, Analysis analysis) {
        for (EntityMention entity : analysis.entities()) {
            assertThat(cut(text, entity.start(), entity.end()))
                    .as("entity in %s", escaped(text))
                    .isEqualTo(entity.text())
                    .isNotBlank();
        }
        for (PlaceMention place : analysis.places()) {
            assertThat(cut(text, place.start(), place.end()))
                    .as("place in %s", escaped(text))
                    .isEqualTo(place.text())
                    .isNotBlank();
        }
        Set<Integer> starts = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        PostText post = PostText.of(text);
        for (Token token : new PostTokenizer().tokenize(post)) {
            starts.add(post.codePointsBefore(token.start()));
            ends.add(post.codePointsBefore(token.end()));
        }
        for (EvidenceSpan span : analysis.threat().spans()) {
            assertThat(starts).as("evidence in %s", escaped(text)).contains(span.start());
            assertThat(ends).as("evidence in %s", escaped(text)).contains(span.end());
            assertThat(cut(text, span.start(), span.end())).isNotBlank();
        }
    }

    private static String cut(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    /** Readable in a report, whatever it holds. */
    private static String escaped(String text) {
        return text.chars()
                .limit(400)
                .mapToObj(
                        c ->
                                c >= ' ' && c < 127
                                        ? String.valueOf((char) c)
                                        : "\\u%04X".formatted(c))
                .collect(Collectors.joining());
    }
}
