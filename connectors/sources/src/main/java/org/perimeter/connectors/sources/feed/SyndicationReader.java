// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;

import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.HtmlText;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads RSS and Atom with ROME; a document type declaration is refused. */
final class SyndicationReader {

    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final String GEORSS = "http://www.georss.org/georss";
    private static final String WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#";

    private static final ObjectMapper DATES = new ObjectMapper();

    private SyndicationReader() {}

    static FeedDocument read(byte[] document, String contentType) throws UnreadableFeedException {
        SyndFeed feed = parse(document, contentType);
        String language = text(feed.getLanguage());
        List<FeedItem> items = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            items.add(item(entry, language));
        }
        List<String> deleted = new ArrayList<>();
        for (Element element : feed.getForeignMarkup()) {
            if (is(element, TOMBSTONES, "deleted-entry")) {
                deleted.add(text(element.getAttributeValue("ref")));
            }
        }
        return new FeedDocument(items, deleted);
    }

    private static SyndFeed parse(byte[] document, String contentType)
            throws UnreadableFeedException {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        try (XmlReader reader =
                contentType.isEmpty()
                        ? new XmlReader(new ByteArrayInputStream(document), true)
                        : new XmlReader(new ByteArrayInputStream(document), contentType, true)) {
            return input.build(reader);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw new UnreadableFeedException("not an RSS or Atom feed, or it declares a type");
        }
    }

    private static FeedItem item(SyndEntry entry, String language) {
        String link = text(entry.getLink());
        String id = text(entry.getUri());
        return new FeedItem(
                id.isEmpty() ? link : id,
                plain(entry.getTitleEx()),
                content(entry),
                link,
                language,
                instant(entry.getPublishedDate()),
                instant(entry.getUpdatedDate()),
                point(entry.getForeignMarkup()));
    }

    private static String content(SyndEntry entry) {
        for (SyndContent content : entry.getContents()) {
            String plain = plain(content);
            if (!plain.isEmpty()) {
                return plain;
            }
        }
        return plain(entry.getDescription());
    }

    private static String plain(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        boolean text = "text".equals(content.getType()) || "text/plain".equals(content.getType());
        return text ? content.getValue().strip() : HtmlText.of(content.getValue());
    }

    private static String point(List<Element> elements) {
        String lat = "";
        String lon = "";
        for (Element element : elements) {
            if (is(element, GEORSS, "point")) {
                return element.getTextNormalize();
            }
            if (is(element, WGS84, "Point")) {
                return point(element.getChildren());
            }
            lat = is(element, WGS84, "lat") ? element.getTextNormalize() : lat;
            lon = is(element, WGS84, "long") ? element.getTextNormalize() : lon;
        }
        return (lat + " " + lon).strip();
    }

    private static boolean is(Element element, String namespace, String name) {
        return element.getName().equals(name) && element.getNamespaceURI().equals(namespace);
    }

    /** ROME hands out legacy dates, which Jackson turns into milliseconds. */
    private static @Nullable Instant instant(@Nullable Object date) {
        return date == null ? null : Instant.ofEpochMilli(DATES.convertValue(date, Long.class));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
