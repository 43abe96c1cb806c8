// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import com.fasterxml.jackson.databind.JsonNode;

import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.HtmlText;
import org.perimeter.connectors.sources.input.RefusedInput;

import java.util.ArrayList;
import java.util.List;

/** Reads JSON Feed 1.0 and 1.1; {@code null} and what is no text are absent. */
final class JsonFeedReader {

    private static final String VERSION = "jsonfeed.org/version/1";

    private JsonFeedReader() {}

    /**
     * Reads a document.
     *
     * @param url where it was found, to which relative links relate
     */
    static FeedDocument read(byte[] document, String url) throws UnreadableFeedException {
        JsonNode feed;
        try {
            feed = BoundedJson.object(document);
        } catch (RefusedInput e) {
            throw new UnreadableFeedException("not a JSON feed: " + e.reason());
        }
        boolean known = text(feed, "version").replaceFirst("^https?://", "").startsWith(VERSION);
        if (!known || !feed.path("items").isArray()) {
            throw new UnreadableFeedException("JSON, but not a JSON feed");
        }
        String language = text(feed, "language");
        List<FeedItem> items = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            items.add(item(item, language, url));
        }
        return new FeedDocument(items, List.of());
    }

    private static FeedItem item(JsonNode item, String feedLanguage, String url) {
        String text = text(item, "content_text");
        String html = text(item, "content_html");
        String content = text.isBlank() ? HtmlText.of(html) : text;
        String language = text(item, "language");
        return new FeedItem(
                text(item, "id"),
                text(item, "title"),
                content.isBlank() ? text(item, "summary") : content,
                FeedXml.resolve(text(item, "url"), url),
                language.isEmpty() ? feedLanguage : language,
                time(item, "date_published"),
                time(item, "date_modified"),
                "");
    }

    /** A text, or a number as one; empty for everything else. */
    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() || value.isNumber() ? value.asText().strip() : "";
    }

    /**
     * As {@link #text}; what is neither stays, because a time that cannot be read is not absent.
     */
    private static String time(JsonNode object, String name) {
        JsonNode value = object.path(name);
        boolean odd = value.isContainerNode() || value.isBoolean();
        return odd ? "unreadable" : text(object, name);
    }
}
