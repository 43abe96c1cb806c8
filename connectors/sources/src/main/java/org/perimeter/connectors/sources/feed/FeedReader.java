// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells the formats of feeds apart, and from the error pages that servers send instead. */
final class FeedReader {

    private static final int HEAD = 512;
    private static final List<String> ROOTS = List.of("<?xml", "<rss", "<feed", "<rdf", "{");

    private FeedReader() {}

    /**
     * Reads a feed.
     *
     * @param contentType as the server declares it; empty when it does not
     * @param url where it was found, to which relative links relate
     * @throws UnreadableFeedException when the document is no feed
     */
    static FeedDocument read(byte[] document, String contentType, String url)
            throws UnreadableFeedException {
        String head = head(document);
        String type = contentType.toLowerCase(Locale.ROOT);
        boolean html = head.startsWith("<!doctype html") || head.startsWith("<html");
        boolean feed = ROOTS.stream().anyMatch(head::startsWith);
        if (html || (type.startsWith("text/html") && !feed)) {
            throw new UnreadableFeedException("an HTML page instead of a feed");
        }
        return head.startsWith("{")
                ? JsonFeedReader.read(document, url)
                : SyndicationReader.read(document, contentType, url);
    }

    /** The first characters, which are ASCII in every format, in lower case. */
    private static String head(byte[] document) {
        int length = Math.min(document.length, HEAD);
        String text = new String(document, 0, length, StandardCharsets.UTF_8);
        return text.replaceAll("[\uFEFF\uFFFD]", "")
                .replace("\0", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
