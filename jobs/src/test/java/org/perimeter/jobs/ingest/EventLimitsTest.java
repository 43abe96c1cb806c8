// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.WildPost;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class EventLimitsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String HALF = "\ud83d";

    static Stream<Arguments> beyond() {
        return Stream.of(
                Arguments.of("id", wild().id(x(EventLimits.ID + 1)), DeadLetterReason.TOO_LARGE),
                Arguments.of("author", wild().author(x(2_049)), DeadLetterReason.TOO_LARGE),
                Arguments.of("text", wild().text(x(EventLimits.TEXT + 1)), tooLarge()),
                Arguments.of("one alt text", wild().media(x(10_001)), tooLarge()),
                Arguments.of("33 alt texts", wild().media(many("x", 33)), tooLarge()),
                Arguments.of("393 KB of alt texts", wild().media(many(x(12_288), 32)), tooLarge()),
                Arguments.of("the whole", wild().media(many(x(9_999), 7)), tooLarge()),
                Arguments.of("languages", wild().languages(many("en", 11)), tooLarge()),
                Arguments.of("language", wild().languages(x(65)), tooLarge()),
                Arguments.of("permalink", wild().permalink(x(2_049)), tooLarge()),
                Arguments.of("place name", wild().placed(50, x(513)), tooLarge()),
                Arguments.of("radius", wild().placed(1e300, "x"), DeadLetterReason.BAD_COORDINATES),
                Arguments.of(
                        "radius without end",
                        wild().placed(Double.POSITIVE_INFINITY, "x"),
                        DeadLetterReason.BAD_COORDINATES),
                Arguments.of("half in the id", wild().id("a" + HALF), malformed()),
                Arguments.of("half in the author", wild().author(HALF), malformed()),
                Arguments.of("half in the text", wild().text("x" + HALF + "x"), malformed()),
                Arguments.of("half in an alt text", wild().media(HALF), malformed()),
                Arguments.of("half in the place", wild().placed(50, "\udc00"), malformed()),
                Arguments.of("half in the link", wild().permalink(HALF), malformed()),
                Arguments.of("half in a language", wild().languages(HALF), malformed()),
                Arguments.of("before all time", wild().at(Instant.MIN), badTime()),
                Arguments.of("created after all time", wild().created(Instant.MAX), badTime()),
                Arguments.of("negative version", wild().version(-1), badTime()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beyond")
    void refusesWhatIsBeyondALimit(String what, WildPost post, DeadLetterReason reason) {
        // When / Then
        assertThat(EventLimits.problem(post.event())).as(what).isEqualTo(reason);
    }

    @Test
    void takesWhatStandsAtEveryLimit() {
        // Given
        WildPost post =
                wild().id(x(EventLimits.ID))
                        .author(x(EventLimits.ID))
                        .text(x(EventLimits.TEXT))
                        .media(x(EventLimits.DESCRIPTION), "\ud83d\ude31")
                        .languages(many(x(EventLimits.LANGUAGE), EventLimits.LANGUAGES))
                        .permalink(x(EventLimits.ID))
                        .placed(EventLimits.RADIUS, x(EventLimits.PLACE_NAME));

        // When / Then
        assertThat(EventLimits.problem(post.event())).isNull();
    }

    @Test
    void refusesDeletesThatNameNothing() {
        // Given
        PostEvent post = TestPosts.delete(x(5_000), NOON);
        PostEvent author = TestPosts.deleteAuthor(HALF, NOON);

        // When / Then
        assertThat(EventLimits.problem(post)).isEqualTo(DeadLetterReason.TOO_LARGE);
        assertThat(EventLimits.problem(author)).isEqualTo(DeadLetterReason.MALFORMED_TEXT);
        assertThat(EventLimits.problem(TestPosts.delete("p1", NOON))).isNull();
        assertThat(EventLimits.problem(TestPosts.deleteAuthor("ann", NOON))).isNull();
    }

    private static WildPost wild() {
        return WildPost.of(TestPosts.report("p1", "ann", NOON));
    }

    private static String x(int length) {
        return "x".repeat(length);
    }

    private static String[] many(String each, int count) {
        List<String> many = Collections.nCopies(count, each);
        return many.toArray(String[]::new);
    }

    private static DeadLetterReason tooLarge() {
        return DeadLetterReason.TOO_LARGE;
    }

    private static DeadLetterReason malformed() {
        return DeadLetterReason.MALFORMED_TEXT;
    }

    private static DeadLetterReason badTime() {
        return DeadLetterReason.BAD_TIMESTAMP;
    }
}
