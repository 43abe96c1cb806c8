// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

final class FeedReaderTest {

    private static final Instant NOW = Instant.parse("2024-11-24T12:00:00Z");
    private static final FeedMapper MAPPER =
            new FeedMapper("paper", "web", "https://paper.invalid/feed?token=abc");

    @Test
    void readsAtom() throws Exception {
        // Given
        String atom =
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>T</title>
                <id>urn:f</id><updated>2024-11-24T10:00:00Z</updated>
                <entry><id>urn:1</id><title type="text">a &lt; b</title>
                <published>2024-11-24T09:00:00+01:00</published>
                <updated>2024-11-24T10:00:00+01:00</updated>
                <link rel="alternate" href="https://paper.invalid/1"/>
                <summary>short</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long
                <b>text</b></p></div></content></entry></feed>
                """;

        // When
        FeedItem item = read(atom).items().get(0);

        // Then
        assertThat(item.key()).isEqualTo("urn:1");
        assertThat(item.title()).isEqualTo("a < b");
        assertThat(item.content()).isEqualTo("Long text");
        assertThat(item.link()).isEqualTo("https://paper.invalid/1");
        assertThat(item.published()).isEqualTo(Instant.parse("2024-11-24T08:00:00Z"));
        assertThat(item.updated()).isEqualTo(Instant.parse("2024-11-24T09:00:00Z"));
    }

    @Test
    void readsJsonFeed() throws Exception {
        // Given
        String json =
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"T","language":"en",
                 "items":[{"id":1,"url":"https://paper.invalid/1","content_html":"<p>Hi</p>",
                 "date_published":"2024-11-24T09:00:00Z","authors":[{"name":"Nobody"}]}]}
                """;

        // When
        FeedItem item = read(json).items().get(0);

        // Then
        assertThat(item)
                .isEqualTo(
                        new FeedItem(
                                "1",
                                "",
                                "Hi",
                                "https://paper.invalid/1",
                                "en",
                                Instant.parse("2024-11-24T09:00:00Z"),
                                null,
                                ""));
    }

    @Test
    void aKeyThatIsNoAddressIsUniqueWithinItsFeedAndKeepsNoToken() {
        // Given
        FeedItem item = item("1", "Hi", "");

        // When
        Post post = mapped(item);

        // Then
        assertThat(post.id()).isEqualTo("https://paper.invalid/feed#1");
        assertThat(post.authorId()).isEqualTo("https://paper.invalid/feed");
    }

    @Test
    void neverWitnessesAStoryInTheFuture() {
        // Given
        FeedItem item =
                new FeedItem(
                        "urn:1", "", "Hi", "", "", NOW.plusSeconds(99), NOW.plusSeconds(999), "");

        // When
        Post post = mapped(item);

        // Then
        assertThat(post.witnessedAt()).isEqualTo(NOW);
        assertThat(post.createdAt()).isEqualTo(NOW);
    }

    @Test
    void replacesLoneSurrogates() {
        // Given
        FeedItem item = item("urn:1", "a\uD83Db", "");

        // When
        Post post = mapped(item);

        // Then
        assertThat(post.text()).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn:1 | Hi | 91 0 | BAD_COORDINATES",
                "urn:1 | Hi | 0 181 | BAD_COORDINATES",
                "urn:1 | Hi | here there | BAD_COORDINATES",
                "urn:1 | '' | '' | MISSING_FIELD",
                "'' | Hi | '' | MISSING_FIELD",
                "urn:with space | Hi | '' | MISSING_FIELD"
            })
    void refusesWhatMakesNoSense(
            String key, String content, String point, DeadLetterReason reason) {
        // When
        Reading reading = MAPPER.map(item(key, content, point), NOW);

        // Then
        assertThat(reading).isEqualTo(Reading.refused(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "{\"items\":[]}",
                "{\"version\":\"https://jsonfeed.org/version/1.1\"}",
                "[1]",
                "<html><body>Error</body></html>",
                "\uFEFF  <!DOCTYPE HTML><title>502</title>",
                "<opml version=\"2.0\"/>",
                "<rss version=\"2.0\"><channel><item>"
            })
    void refusesWhatIsNoFeed(String document) {
        // When
        assertThatExceptionOfType(UnreadableFeedException.class)
                .isThrownBy(() -> read(document))

                // Then
                .satisfies(e -> assertThat(e.reason()).isNotEmpty().doesNotContain("502"));
    }

    @Test
    @Timeout(5)
    void refusesExpandingEntitiesBeforeItExpandsThem() {
        // Given
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        String feed =
                Rss.feed(List.of(Rss.item(1, "&a39;", ""))).replace("<rss ", bomb + "]><rss ");

        // When
        assertThatExceptionOfType(UnreadableFeedException.class)
                .isThrownBy(() -> read(feed))

                // Then
                .satisfies(e -> assertThat(e.reason()).contains("declares a type"));
    }

    @Test
    void readsBothWaysOfWritingAPlace() throws Exception {
        // Given
        String feed =
                Rss.feed(
                        List.of(
                                Rss.item(1, "a", "<georss:point>-45.87 -125.39</georss:point>"),
                                Rss.item(
                                        2,
                                        "b",
                                        "<geo:lat>-45.87</geo:lat><geo:long>-125.39</geo:long>")));

        // When
        FeedDocument document = read(feed);

        // Then
        assertThat(document.items()).extracting(FeedItem::point).containsOnly("-45.87 -125.39");
    }

    private static FeedItem item(String key, String content, String point) {
        return new FeedItem(key, "", content, "", "", null, null, point);
    }

    private static Post mapped(FeedItem item) {
        return Objects.requireNonNull(((Reading.Event) MAPPER.map(item, NOW)).event().post());
    }

    private static FeedDocument read(String document) throws UnreadableFeedException {
        return FeedReader.read(document.getBytes(StandardCharsets.UTF_8), "");
    }
}
