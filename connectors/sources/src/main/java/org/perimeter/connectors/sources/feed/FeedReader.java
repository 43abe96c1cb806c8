// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells the formats of feeds apart, and from the error pages that servers send instead. */
final class FeedReader {

    private static final int HEAD = 512;

    private FeedReader() {}

    /**
     * Reads a feed.
     *
     * @param contentType as the server declares it; empty when it does not
     * @throws UnreadableFeedException when the document is no feed
     */
    static FeedDocument read(byte[] document, String contentType) throws UnreadableFeedException {
        String head = head(document);
        String type = contentType.toLowerCase(Locale.ROOT);
        boolean html = head.startsWith("<!doctype html") || head.startsWith("<html");
        if (html || (type.startsWith("text/html") && !head.startsWith("<?xml"))) {
            throw new UnreadableFeedException("an HTML page instead of a feed");
        }
        return head.startsWith("{")
                ? JsonFeedReader.read(document)
                : SyndicationReader.read(document, contentType);
    }

    /** The first characters, which are ASCII in every format, in lower case. */
    private static String head(byte[] document) {
        int length = Math.min(document.length, HEAD);
        String text = new String(document, 0, length, StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").replace("\0", "").strip().toLowerCase(Locale.ROOT);
    }
}
