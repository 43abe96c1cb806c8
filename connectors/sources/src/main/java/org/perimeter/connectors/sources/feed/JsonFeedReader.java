// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import com.fasterxml.jackson.databind.JsonNode;

import org.perimeter.connectors.sources.input.AuthorClock;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.HtmlText;
import org.perimeter.connectors.sources.input.RefusedInput;

import java.util.ArrayList;
import java.util.List;

/** Reads JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {

    private static final String VERSION = "https://jsonfeed.org/version/1";

    private JsonFeedReader() {}

    static FeedDocument read(byte[] document) throws UnreadableFeedException {
        JsonNode feed;
        try {
            feed = BoundedJson.object(document);
        } catch (RefusedInput e) {
            throw new UnreadableFeedException("not a JSON feed: " + e.reason());
        }
        boolean known = feed.path("version").asText().startsWith(VERSION);
        if (!known || !feed.path("items").isArray()) {
            throw new UnreadableFeedException("JSON, but not a JSON feed");
        }
        String language = feed.path("language").asText();
        List<FeedItem> items = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            items.add(item(item, language));
        }
        return new FeedDocument(items, List.of());
    }

    private static FeedItem item(JsonNode item, String language) {
        String text = item.path("content_text").asText();
        String html = item.path("content_html").asText();
        String summary = item.path("summary").asText();
        String content = !text.isEmpty() ? text : html.isEmpty() ? summary : HtmlText.of(html);
        JsonNode id = item.path("id");
        String link = item.path("url").asText();
        return new FeedItem(
                id.isMissingNode() || id.isNull() ? link : id.asText(),
                item.path("title").asText(),
                content,
                link,
                item.path("language").asText(language),
                AuthorClock.parse(item.path("date_published").asText()),
                AuthorClock.parse(item.path("date_modified").asText()),
                "");
    }
}
