// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Dns;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.connectors.sources.ManualClock;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.testkit.source.SourceReader;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

final class FeedPostSourceTest {

    private static final Duration NOW = Duration.ZERO;

    private final FeedServer server = new FeedServer();
    private final ManualClock clock = new ManualClock("2024-11-24T12:00:00Z");
    private final List<FeedPostSource> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(FeedPostSource::close);
        server.close();
    }

    @Test
    void readsAStory() {
        // Given
        String story =
                Rss.item(
                        7,
                        "&lt;p&gt;Smoke over the &lt;b&gt;docks&lt;/b&gt;&lt;/p&gt;",
                        "<georss:point>-45.87 -125.39</georss:point>");
        server.answer("/feed", 200, Rss.feed(List.of(story)));

        // When
        Post post = post(open("/feed").fetch(9, NOW));

        // Then
        assertThat(post.id()).isEqualTo(server.url("/feed") + "#tag:paper.invalid,2024:7");
        assertThat(post.text()).isEqualTo("Headline 7\nSmoke over the docks");
        assertThat(post.authorId()).isEqualTo(server.url("/feed"));
        assertThat(post.permalink()).isEqualTo("https://paper.invalid/7");
        assertThat(post.languages()).containsExactly("en-US");
        assertThat(post.witnessedAt()).isEqualTo(Instant.parse("2024-11-24T09:00:07Z"));
        assertThat(post.createdAt()).isEqualTo(post.witnessedAt());
        assertThat(Objects.requireNonNull(post.place()).point())
                .isEqualTo(new GeoPoint(-45.87, -125.39));
    }

    @Test
    void asksOnlyForChangesAndSaysWhoAsks() {
        // Given
        String feed = Rss.feed(List.of(Rss.item(1)));
        server.answer("/feed", 200, feed, "ETag", "\"1\"", "Last-Modified", "yesterday");
        SourceReader reader = open("/feed");
        reader.fetch(9, NOW);
        later();

        // When
        FetchOutcome<PostEvent> second = reader.fetch(9, NOW);

        // Then
        assertThat(second).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).getFirst("If-None-Match")).isEqualTo("\"1\"");
        assertThat(server.requests().get(1).getFirst("If-Modified-Since")).isEqualTo("yesterday");
        assertThat(server.requests().get(0).getFirst("User-Agent"))
                .isEqualTo("perimeter (people@agency.invalid)");
    }

    @Test
    void deliversAChangedStoryAgainWithAGreaterVersion() {
        // Given
        server.answer("/feed", 200, Rss.feed(List.of(Rss.item(1), Rss.item(2))));
        SourceReader reader = open("/feed").readUntil(2, 9);
        server.answer("/feed", 200, Rss.feed(List.of(Rss.item(1, "Corrected", ""), Rss.item(2))));
        later();

        // When
        reader.fetch(9, NOW);

        // Then
        assertThat(reader.events()).hasSize(3);
        PostEvent before = reader.events().get(0);
        PostEvent after = reader.events().get(2);
        assertThat(after.postId()).isEqualTo(before.postId());
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(Objects.requireNonNull(after.post()).text()).contains("Corrected");
    }

    @Test
    void aStoryThatVanishesAndComesBackIsNeitherDeletedNorNew() {
        // Given
        server.answer("/feed", 200, Rss.feed(List.of(Rss.item(1))));
        SourceReader reader = open("/feed").readUntil(1, 9);
        server.answer("/feed", 200, Rss.feed(List.of()));
        later();
        reader.fetch(9, NOW);
        server.answer("/feed", 200, Rss.feed(List.of(Rss.item(1))));
        later();

        // When
        reader.fetch(9, NOW);

        // Then
        assertThat(reader.events()).hasSize(1);
    }

    @Test
    @Control("RET-03")
    void aTombstoneDeletesOnce() {
        // Given
        String entry =
                "<entry><id>tag:paper.invalid,2024:9</id><title>Nine</title>"
                        + "<updated>2024-11-24T09:00:00Z</updated></entry>";
        server.answer("/feed", 200, atom(entry));
        SourceReader reader = open("/feed").readUntil(1, 9);
        String tombstone =
                "<at:deleted-entry xmlns:at=\"http://purl.org/atompub/tombstones/1.0\""
                        + " ref=\"tag:paper.invalid,2024:9\" when=\"2024-11-24T10:00:00Z\"/>";
        server.answer("/feed", 200, atom(tombstone));
        later();
        reader.fetch(9, NOW);
        later();

        // When
        reader.fetch(9, NOW);

        // Then
        assertThat(reader.events()).hasSize(2);
        PostEvent delete = reader.events().get(1);
        assertThat(delete.operation()).isEqualTo(PostOperation.DELETE);
        assertThat(delete.postId()).isEqualTo(server.url("/feed") + "#tag:paper.invalid,2024:9");
        assertThat(delete.version()).isGreaterThan(reader.events().get(0).version());
    }

    @Test
    void anErrorPageIsNeverAFeed() {
        // Given
        server.answer(
                "/feed",
                200,
                "<!DOCTYPE html><html><body>Please come back later</body></html>",
                "Content-Type",
                "application/rss+xml",
                "ETag",
                "\"error\"");
        SourceReader reader = open("/feed");

        // When
        FetchOutcome<PostEvent> outcome = reader.fetch(9, NOW);

        // Then
        assertThat(outcome).isEqualTo(new FetchOutcome.Failed<>("an HTML page instead of a feed"));
        server.answer("/feed", 200, Rss.feed(List.of(Rss.item(1))));
        later();
        assertThat(post(reader.fetch(9, NOW)).id())
                .isEqualTo(server.url("/feed") + "#tag:paper.invalid,2024:1");
        assertThat(server.requests().get(1).containsKey("If-None-Match")).isFalse();
    }

    @Test
    void aFeedThatIsGoneIsNeverAskedAgain() {
        // Given
        server.answer("/feed", 410, "");
        SourceReader reader = open("/feed");
        reader.fetch(9, NOW);
        SourceReader restarted = SourceReader.open(source("/feed"), reader.cursor());
        later();

        // When
        restarted.fetch(9, NOW);

        // Then
        assertThat(reader.finished()).isTrue();
        assertThat(restarted.finished()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Control("COL-06")
    void waitsAsLongAsTheServerAsks() {
        // Given
        server.answer("/feed", 429, "", "Retry-After", "3600");
        SourceReader reader = open("/feed");
        FetchOutcome<PostEvent> asked = reader.fetch(9, NOW);
        clock.advance(Duration.ofMinutes(50));

        // When
        FetchOutcome<PostEvent> early = reader.fetch(9, NOW);

        // Then
        assertThat(asked).isEqualTo(new FetchOutcome.Throttled<>(Duration.ofHours(1)));
        assertThat(early).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(server.requests()).hasSize(1);
        clock.advance(Duration.ofMinutes(20));
        reader.fetch(9, NOW);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void remembersWhereItMovedOnTheSameServer() {
        // Given
        server.answer("/feed", 301, "", "Location", "/new");
        server.answer("/new", 200, Rss.feed(List.of(Rss.item(1))));
        SourceReader reader = open("/feed").readUntil(1, 9);
        SourceReader restarted = SourceReader.open(source("/feed"), reader.cursor());

        // When
        restarted.fetch(9, NOW);

        // Then
        assertThat(server.paths()).containsExactly("/feed", "/new", "/new");
        assertThat(restarted.events()).isEmpty();
    }

    @Test
    void followsNobodyToAnotherServer() {
        // Given
        try (FeedServer other = new FeedServer()) {
            other.answer("/feed", 200, Rss.feed(List.of(Rss.item(1))));
            server.answer("/feed", 301, "", "Location", other.url("/feed"));

            // When
            FetchOutcome<PostEvent> outcome = open("/feed").fetch(9, NOW);

            // Then
            assertThat(outcome)
                    .isEqualTo(new FetchOutcome.Failed<>("moved to another server; not followed"));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void doesNotFollowItsOwnTail() {
        // Given
        server.answer("/feed", 308, "", "Location", "/feed");

        // When
        FetchOutcome<PostEvent> outcome = open("/feed").fetch(9, NOW);

        // Then
        assertThat(outcome).isEqualTo(new FetchOutcome.Failed<>("moved too often"));
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    @Timeout(20)
    void refusesTenMegabytesAlsoWhenTheyArriveSmall() throws IOException {
        // Given
        byte[] large =
                Rss.feed(List.of(Rss.item(1, "x".repeat(10_000_000), "")))
                        .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(large);
        }
        server.answer("/large", 200, large);
        server.answer("/small", 200, small.toByteArray(), "Content-Encoding", "gzip");

        // When
        List<FetchOutcome<PostEvent>> outcomes =
                List.of(open("/large").fetch(9, NOW), open("/small").fetch(9, NOW));

        // Then
        assertThat(small.size()).isLessThan(100_000);
        assertThat(outcomes)
                .allSatisfy(
                        outcome ->
                                assertThat(outcome)
                                        .isEqualTo(
                                                new FetchOutcome.Failed<>(
                                                        "longer than 5000000 bytes")));
    }

    @Test
    void leavesAnEntryThatIsTooLongToTheDeadLetters() {
        // Given
        server.answer(
                "/feed", 200, Rss.feed(List.of(Rss.item(1, "x".repeat(100_000), ""), Rss.item(2))));

        // When
        SourceReader reader = open("/feed").readUntil(2, 9);

        // Then
        assertThat(reader.postIds())
                .containsExactly(server.url("/feed") + "#tag:paper.invalid,2024:2");
        assertThat(reader.rejected()).hasSize(1);
    }

    @Test
    void connectsToNoNameThatLeadsIntoThisMachine() {
        // Given
        Dns rebound = name -> List.of(InetAddress.getLoopbackAddress());
        FeedPostSourceFactory settings =
                new FeedPostSourceFactory(
                        "paper",
                        "web",
                        server.url("/feed").replace("127.0.0.1", "paper.invalid"),
                        "people@agency.invalid",
                        1000,
                        1000);
        FeedPostSource source =
                new FeedPostSource(settings, clock, new HttpDoor(rebound, HttpDoor.PATIENCE));
        opened.add(source);

        // When
        FetchOutcome<PostEvent> outcome =
                SourceReader.open(source, SourceCursor.START).fetch(9, NOW);

        // Then
        assertThat(outcome)
                .isEqualTo(new FetchOutcome.Failed<>("cannot read: AddressRefusedException"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void startsOverWhenAnotherAddressIsConfigured() {
        // Given
        server.answer("/feed", 410, "");
        server.answer("/other", 200, Rss.feed(List.of(Rss.item(1))));
        SourceReader reader = open("/feed");
        reader.fetch(9, NOW);

        // When
        SourceReader other = SourceReader.open(source("/other"), reader.cursor()).readUntil(1, 9);

        // Then
        assertThat(other.events()).hasSize(1);
    }

    @Test
    void anyStringNamesAnEntryAndNoneIsNeeded() {
        // Given
        server.answer(
                "/feed",
                200,
                "<rss version='2.0'><channel>"
                        + "<item><title>One</title><guid>Unit 12: engine</guid></item>"
                        + "<item><title>Two</title></item>"
                        + "<item><title>Three</title><guid>room 4:\n 12</guid></item>"
                        + "<item><title>Four</title><guid>"
                        + "x".repeat(5000)
                        + "</guid></item></channel></rss>");

        // When
        SourceReader reader = open("/feed").readUntil(4, 9);

        // Then
        assertThat(reader.rejected()).isEmpty();
        assertThat(reader.postIds())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith(server.url("/feed") + "#"));
    }

    @Test
    void whatSeveralEntriesShareNamesNoneOfThemNowAndLater() {
        // Given
        String same = "<link>https://paper.invalid/calls</link>";
        String none = "<guid isPermaLink='false'>N/A</guid>";
        String first =
                "<item><title>One</title>%s</item><item><title>Two</title>%s</item>"
                                .formatted(same, same)
                        + "<item><title>Three</title>%s</item><item><title>Four</title>%s</item>"
                                .formatted(none, none);
        String rss = "<rss version='2.0'><channel>%s</channel></rss>";
        server.answer("/feed", 200, rss.formatted(first));
        SourceReader reader = open("/feed").readUntil(4, 9);
        server.answer("/feed", 200, rss.formatted("<item><title>Five</title>" + none + "</item>"));
        later();
        reader.readUntil(5, 9);
        server.answer("/feed", 200, rss.formatted("<item><title>Six</title>" + none + "</item>"));
        later();

        // When
        reader.readUntil(6, 9);

        // Then
        assertThat(reader.postIds()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void oneNameInTwoFeedsIsTwoEntries() {
        // Given
        server.answer("/feed", 200, Rss.feed(List.of(Rss.item(1))));
        server.answer("/other", 200, Rss.feed(List.of(Rss.item(1))));

        // When
        List<String> ids = new ArrayList<>(open("/feed").readUntil(1, 9).postIds());
        ids.addAll(open("/other").readUntil(1, 9).postIds());

        // Then
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    private void later() {
        clock.advance(Duration.ofHours(1));
    }

    private SourceReader open(String path) {
        return SourceReader.open(source(path), SourceCursor.START);
    }

    private FeedPostSource source(String path) {
        FeedPostSource source =
                new FeedPostSource(
                        new FeedPostSourceFactory(
                                "paper",
                                "web",
                                server.url(path),
                                "people@agency.invalid",
                                120_000,
                                1_800_000),
                        clock);
        opened.add(source);
        return source;
    }

    private static Post post(FetchOutcome<PostEvent> outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Batch.class);
        List<PostEvent> events = ((FetchOutcome.Batch<PostEvent>) outcome).items();
        assertThat(events).hasSize(1);
        return Objects.requireNonNull(events.get(0).post());
    }

    private static String atom(String entries) {
        return "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"
                + "<id>tag:paper.invalid,2024:feed</id><title>Paper</title>"
                + "<updated>2024-11-24T09:00:00Z</updated>"
                + entries
                + "</feed>";
    }
}
