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
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.post.Post;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

final class FeedReaderTest {

    private static final Instant NOW = Instant.parse("2024-11-24T12:00:00Z");
    private static final FeedMapper MAPPER =
            new FeedMapper("paper", "web", "https://paper.invalid/feed");

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
        assertThat(item.published()).isEqualTo("2024-11-24T09:00:00+01:00");
        assertThat(item.claimed()).isEqualTo(Instant.parse("2024-11-24T09:00:00Z"));
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
                                "2024-11-24T09:00:00Z",
                                "",
                                ""));
    }

    @Test
    void aKeyIsUniqueWithinItsFeedAndKeepsNoToken() {
        // Given
        FeedItem item = item("1", "Hi", "");
        FeedMapper other = new FeedMapper("paper", "web", "https://paper.invalid/feed?token=abc");

        // When
        Post post = mapped(item);
        Post elsewhere = ((Reading.Event) other.map(item, NOW)).event().post();

        // Then
        assertThat(Objects.requireNonNull(elsewhere).id())
                .startsWith("https://paper.invalid/feed#")
                .isNotEqualTo(post.id())
                .doesNotContain("abc");
        assertThat(elsewhere.authorId()).isEqualTo("https://paper.invalid/feed");
        assertThat(post.id()).isEqualTo("https://paper.invalid/feed#1");
        assertThat(post.authorId()).isEqualTo("https://paper.invalid/feed");
    }

    @Test
    void neverWitnessesAStoryInTheFuture() {
        // Given
        FeedItem item =
                new FeedItem(
                        "urn:1",
                        "",
                        "Hi",
                        "",
                        "",
                        NOW.plusSeconds(99).toString(),
                        NOW.plusSeconds(999).toString(),
                        "");

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
                "'' | Hi | '' | MISSING_FIELD"
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

    @Test
    void nullIsAbsenceInAJsonFeed() throws Exception {
        // Given
        String json =
                """
                {"version":"https://jsonfeed.org/version/1","title":null,"language":null,
                 "items":[{"id":null,"url":null,"title":null,"content_text":null,"summary":null,
                 "content_html":"<p>Smoke at the docks</p>","language":null,
                 "date_published":null,"date_modified":null},null,7]}
                """;

        // When
        List<FeedItem> items = read(json).items();

        // Then
        assertThat(items.get(0))
                .isEqualTo(new FeedItem("", "", "Smoke at the docks", "", "", "", "", ""));
        assertThat(items).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"last week\"", "{\"at\":1}", "true", "[]", "\"2024-02-30T10:00:00Z\""})
    void aTimeThatIsThereAndCannotBeReadIsNeverNow(String time) throws Exception {
        // Given
        String json =
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":1,"
                        + "\"content_text\":\"Hi\",\"date_published\":%s}]}".formatted(time);

        // When
        Reading reading = MAPPER.map(read(json).items().get(0), NOW);

        // Then
        assertThat(reading).isEqualTo(Reading.refused(DeadLetterReason.BAD_TIMESTAMP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "bad",
            value = {
                "<pubDate>Sun, 10 Nov 2024 09:30 EST</pubDate> | 2024-11-10T14:30:00Z",
                "<pubDate>2024-11-10 14:30:00</pubDate> | 2024-11-10T14:30:00Z",
                "<pubDate>10 noviembre 2024 14:30</pubDate> | 2024-11-10T14:30:00Z",
                "<dc:date>2024-11-10T14:30Z</dc:date> | 2024-11-10T14:30:00Z",
                "<pubDate>Sun Nov 10 14:30:00 UTC 2024</pubDate> | 2024-11-10T14:30:00Z",
                "<pubDate>some time ago</pubDate> | bad",
                "<dc:date>2024-11-31</dc:date> | bad",
                "<pubDate/> | 2024-11-24T12:00:00Z"
            })
    void readsTheTimesOfRssAndRdfAsWritten(String date, Instant expected) throws Exception {
        // Given
        String item = "<item><title>Hi</title><link>https://paper.invalid/1</link>%s</item>";
        String rss =
                "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>%s"
                                .formatted(item.formatted(date))
                        + "</channel></rss>";
        String rdf =
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                        + " xmlns='http://purl.org/rss/1.0/'"
                        + " xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                        + "<channel rdf:about='u'><title>T</title></channel>"
                        + item.formatted(date).replace("<item>", "<item rdf:about='urn:1'>")
                        + "</rdf:RDF>";

        // When
        List<Reading> readings =
                List.of(
                        MAPPER.map(read(rss).items().get(0).withKey("k"), NOW),
                        MAPPER.map(read(rdf).items().get(0), NOW));

        // Then
        assertThat(readings)
                .allSatisfy(
                        reading -> {
                            if (expected == null) {
                                assertThat(reading)
                                        .isEqualTo(Reading.refused(DeadLetterReason.BAD_TIMESTAMP));
                            } else {
                                assertThat(((Reading.Event) reading).event().witnessedAt())
                                        .isEqualTo(expected);
                            }
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', text/xml, ''",
        "UTF-8, ﻿, text/xml, ISO-8859-1",
        "UTF-8, '', text/xml; charset=\"UTF-8\", ISO-8859-1",
        "UTF-8, '', text/html, ''",
        "ISO-8859-1, '', application/rss+xml; CHARSET=latin1, UTF-8",
        "ISO-8859-1, '', application/rss+xml, ISO-8859-1",
        "UTF-16LE, ﻿, application/rss+xml, UTF-16",
        "UTF-16BE, ﻿, text/xml; charset=utf-8, ''"
    })
    void readsAFeedWhoeverNamesItsEncoding(
            String bytes, String mark, String contentType, String declared) throws Exception {
        // Given
        String encoding = declared.isEmpty() ? "" : " encoding='" + declared + "'";
        String feed =
                "<?xml version='1.0'%s?><rss version='2.0'><channel><item><title>Café Núñez"
                                .formatted(encoding)
                        + "</title></item></channel></rss>";

        // When
        FeedDocument document =
                FeedReader.read(
                        (mark + feed).getBytes(Charset.forName(bytes)),
                        contentType,
                        "https://paper.invalid/feed");

        // Then
        assertThat(document.items()).extracting(FeedItem::title).containsExactly("Café Núñez");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<georss:where><gml:Point><gml:pos>-45.87 -125.39 12.5</gml:pos></gml:Point>"
                        + "</georss:where>",
                "<georss:point>-45.87,-125.39</georss:point>",
                "<georss:point>&#10; -45.87&#9;-125.39 </georss:point>",
                "<georss:point/><geo:Point><geo:lat>-45.87</geo:lat><geo:long>-125.39</geo:long>"
                        + "</geo:Point>",
                "<geo:lat>-45.87</geo:lat><geo:lon>-125.39</geo:lon>"
            })
    void readsEveryWayOfWritingAPoint(String point) throws Exception {
        // Given
        String feed =
                Rss.feed(List.of(Rss.item(1, "a", point)))
                        .replace("<rss ", "<rss xmlns:gml='http://www.opengis.net/gml' ");

        // When
        Post post = mapped(read(feed).items().get(0));

        // Then
        assertThat(Objects.requireNonNull(post.place()).point())
                .isEqualTo(new GeoPoint(-45.87, -125.39));
    }

    @Test
    void relativeLinksRelateToTheirBase() throws Exception {
        // Given
        String atom =
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.invalid/news/">
                <entry><id>1</id><title>x</title><link href="one?a=b"/></entry>
                <entry xml:base="/other/"><id>2</id><title>x</title><link href="two"/></entry>
                <entry><id>3</id><title>x</title><link rel="self" href="me"/>
                <link rel="alternate" href="https://b.invalid/3"/></entry></feed>
                """;

        // When
        List<FeedItem> items = read(atom).items();
        FeedItem plain = read(atom.replaceFirst(" xml:base=\"[^\"]*\"", "")).items().get(0);

        // Then
        assertThat(items)
                .extracting(FeedItem::link)
                .containsExactly(
                        "https://a.invalid/news/one?a=b",
                        "https://a.invalid/other/two",
                        "https://b.invalid/3");
        assertThat(plain.link()).isEqualTo("https://paper.invalid/one?a=b");
    }

    @Test
    void whatXmlDoesNotKnowCostsNoNeighbour() throws Exception {
        // Given
        String feed =
                "\n <!-- hello --><rss version='2.0'><channel>"
                        + "<item><title>Smoke&nbsp;&amp; ash &eacute; &#8; AT&T &bogus; \u0008</title></item>"
                        + "<item><description><![CDATA[a & b]]></description></item>"
                        + "</channel></rss>";

        // When
        List<FeedItem> items = read(feed).items();

        // Then
        assertThat(items.get(0).title()).isEqualTo("Smoke\u00A0& ash é \uFFFD AT&T &bogus; \uFFFD");
        assertThat(items.get(1).content()).isEqualTo("a & b");
    }

    private static FeedItem item(String key, String content, String point) {
        return new FeedItem(key, "", content, "", "", "", "", point);
    }

    private static Post mapped(FeedItem item) {
        return Objects.requireNonNull(((Reading.Event) MAPPER.map(item, NOW)).event().post());
    }

    private static FeedDocument read(String document) throws UnreadableFeedException {
        return FeedReader.read(
                document.getBytes(StandardCharsets.UTF_8), "", "https://paper.invalid/feed");
    }
}
