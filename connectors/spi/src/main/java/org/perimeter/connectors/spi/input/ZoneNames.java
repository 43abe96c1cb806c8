// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.input;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time zones as dates carry them: offsets in every spelling, names of zones, and those
 * abbreviations that mean one thing only where RFC 822 is written. IST, which is India, Ireland or
 * Israel, is none of them.
 */
final class ZoneNames {

    private static final Pattern OFFSET =
            Pattern.compile("(?:gmt|utc|ut|z)?\\s?([+\\-\\u2212])(\\d{1,2}):?(\\d{2})?");
    private static final Map<String, String> NAMES = names();

    private ZoneNames() {}

    /** The zone; null when the text is none. An empty text is UTC, as feed readers take it. */
    static @Nullable ZoneId of(String text) {
        String name = text.strip();
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            Matcher offset = OFFSET.matcher(lower);
            if (offset.matches()) {
                int sign = offset.group(1).equals("+") ? 1 : -1;
                int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
                return ZoneOffset.ofHoursMinutes(
                        sign * Integer.parseInt(offset.group(2)), sign * minutes);
            }
            String known = NAMES.get(lower);
            if (known != null) {
                return ZoneId.of(known);
            }
            return name.contains("/") ? ZoneId.of(name) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        put(names, "Z", "", "z", "utc", "gmt", "ut", "wet", "uct", "zulu");
        put(names, "+01:00", "cet", "mez", "bst", "west");
        put(names, "+02:00", "cest", "mesz", "eet", "sast");
        put(names, "+03:00", "eest", "msk");
        put(names, "+08:00", "awst", "hkt", "sgt");
        put(names, "+09:00", "jst", "kst");
        put(names, "+09:30", "acst");
        put(names, "+10:00", "aest");
        put(names, "+10:30", "acdt");
        put(names, "+11:00", "aedt");
        put(names, "+12:00", "nzst");
        put(names, "+13:00", "nzdt");
        put(names, "-02:30", "ndt");
        put(names, "-03:00", "adt", "brt", "art");
        put(names, "-03:30", "nst");
        put(names, "-04:00", "edt", "ast", "clt");
        put(names, "-05:00", "est", "cdt", "cot", "pet");
        put(names, "-06:00", "cst", "mdt");
        put(names, "-07:00", "mst", "pdt");
        put(names, "-08:00", "pst", "akdt");
        put(names, "-09:00", "akst");
        put(names, "-10:00", "hst");
        put(names, "America/New_York", "et", "eastern");
        put(names, "America/Chicago", "ct", "central");
        put(names, "America/Denver", "mt", "mountain");
        put(names, "America/Los_Angeles", "pt", "pacific");
        return Map.copyOf(names);
    }

    private static void put(Map<String, String> names, String zone, String... spellings) {
        for (String spelling : spellings) {
            names.put(spelling, zone);
        }
    }
}
