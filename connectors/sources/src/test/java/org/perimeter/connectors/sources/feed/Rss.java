// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Invented RSS. */
final class Rss {

    private static final Instant START = Instant.parse("2024-11-24T09:00:00Z");

    private Rss() {}

    static String feed(List<String> items) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:georss="http://www.georss.org/georss"
             xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#">
        <channel><title>Invented paper</title><link>https://paper.invalid/</link>
        <description>Invented</description><language>en-US</language>
        %s
        </channel></rss>
        """
                .formatted(String.join("\n", items));
    }

    static String item(int number) {
        return item(number, "Story " + number, "");
    }

    static String item(int number, String description, String more) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        START.plusSeconds(number).atOffset(ZoneOffset.UTC));
        return """
        <item><guid isPermaLink="false">tag:paper.invalid,2024:%d</guid>
        <title>Headline %d</title><link>https://paper.invalid/%d</link>
        <description>%s</description><pubDate>%s</pubDate>%s</item>"""
                .formatted(number, number, number, description, date, more);
    }
}
