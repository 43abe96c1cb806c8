// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes instants for queries. Always to the nanosecond: Elasticsearch rounds the upper bound of a
 * range up to the end of the last unit that is written, so that "10:00:00" would stand for all of
 * its second.
 */
public final class Instants {

    /** Name of the engine's format that reads and writes it. */
    public static final String FORMAT = "strict_date_optional_time_nanos";

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Instants() {}

    /** The instant, to the nanosecond. */
    public static String exact(Instant instant) {
        return EXACT.format(instant);
    }
}
