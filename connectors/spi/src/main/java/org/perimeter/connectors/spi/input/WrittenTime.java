// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.input;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time in the shapes in which people and programs write it: ISO 8601 with all its
 * liberties, RFC 822 with and without day, comma and seconds, that of {@code date}, months by name
 * in a dozen languages, seconds and milliseconds since 1970.
 *
 * <p>A time without a zone is taken as UTC, a day without a time as its first second. What could
 * mean two days, as 10/11/2026 does, means none.
 */
public final class WrittenTime {

    private static final int LONGEST = 100;
    private static final String CLOCK =
            "(?<h>\\d{1,2})[:.h](?<m>\\d{2})(?:[:.](?<s>\\d{2})(?:[.,](?<f>\\d+))?)?"
                    + "(?:\\s?(?<half>[ap])\\.?m\\b\\.?)?(?:\\s?uhr\\b)?";
    private static final String ZONE =
            "(?:\\s?(?<z>[+\\-\\u2212]\\d{1,2}(?::?\\d{2})?"
                    + "|[a-z]{1,8}(?:\\s?[+\\-\\u2212]\\d{1,2}(?::?\\d{2})?)?"
                    + "|[a-z]+(?:/[a-z_]+)+))?";
    private static final String TIME =
            "(?:(?:\\s?t\\s?|[\\s_,\\-]+(?:(?:at|um|a las|a les|às|à|kl\\.?|om|alle)\\s)?)"
                    + CLOCK
                    + ZONE
                    + ")?";
    private static final String WEEKDAY = "(?:[\\p{L}\\p{M}.\\-]+,?\\s(?=[\\d\\p{L}]))?";
    private static final String DAY = "(?<d>\\d{1,2})";
    private static final String MONTH = "(?<name>[\\p{L}\\p{M}]{3,12}\\.?)";
    private static final String YEAR = "(?<y>\\d{4}|\\d{2})";

    private static final Pattern EPOCH = Pattern.compile("(-?\\d{9,13})(?:\\.\\d+)?");

    /** A year before 0 or after 9999, which ISO writes with a sign. */
    private static final Pattern FAR_YEAR = Pattern.compile("[+-]\\d{4,9}-");

    private static final Pattern COMMENT = Pattern.compile("\\s?[(\\[][^)\\]]*[)\\]]\\s?$");

    private static final Pattern[] SHAPES = {
        shape("(?<y>\\d{4})-(?<mo>\\d{1,2})(?:-" + DAY + ")?" + TIME),
        shape("(?<y>\\d{4})(?<sep>[/.])(?<mo>\\d{1,2})\\k<sep>" + DAY + TIME),
        shape(
                "(?<y>\\d{4})(?<mo>\\d{2})(?<d>\\d{2})"
                        + "(?:t?(?<h>\\d{2})(?<m>\\d{2})(?:(?<s>\\d{2})(?:[.,](?<f>\\d+))?)?"
                        + ZONE
                        + ")?"),
        shape("(?<y>\\d{4})年(?<mo>\\d{1,2})月" + DAY + "日" + TIME),
        shape(
                WEEKDAY
                        + DAY
                        + "(?:st|nd|rd|th|er|[.ºª])?(?:\\s?-\\s?|\\s)(?:(?:of|de|d')\\s)?"
                        + MONTH
                        + "(?:\\s?-\\s?|,?\\s)(?:(?:de|del)\\s)?"
                        + YEAR
                        + TIME),
        shape(WEEKDAY + MONTH + "\\s" + DAY + "(?:st|nd|rd|th)?,?\\s(?<y>\\d{4})" + TIME),
        shape(
                WEEKDAY
                        + MONTH
                        + "\\s"
                        + DAY
                        + ",?\\s"
                        + CLOCK
                        + ZONE
                        + "\\s(?<y>\\d{4})"
                        + "(?:\\s(?<z2>[+\\-]\\d{4}))?"),
        shape(WEEKDAY + "(?<a>\\d{1,2})(?<sep>[/.\\-])(?<b>\\d{1,2})\\k<sep>(?<y>\\d{4})" + TIME),
    };

    private WrittenTime() {}

    /** The time; null when there is none or it cannot be read. */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        String plain = text.replaceAll("[\\s\\p{Z}]+", " ").strip();
        plain = COMMENT.matcher(plain).replaceFirst("").strip();
        try {
            if (FAR_YEAR.matcher(plain).lookingAt()) {
                return OffsetDateTime.parse(plain).toInstant();
            }
            Matcher epoch = EPOCH.matcher(plain);
            if (epoch.matches()) {
                return sinceEpoch(epoch.group(1));
            }
            for (Pattern shape : SHAPES) {
                Matcher matcher = shape.matcher(plain);
                if (matcher.matches()) {
                    return new Parts(matcher).instant();
                }
            }
            return null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** As {@link #parse}, but only of a time that says its zone, and only in the shape of ISO. */
    public static @Nullable Instant parseIso(@Nullable String text) {
        boolean iso =
                text != null
                        && text.strip()
                                .matches(
                                        "(?i)\\d{4}-\\d{2}-\\d{2}[t ]\\d{2}:\\d{2}(:\\d{2}"
                                                + "([.,]\\d+)?)?\\s?(z|[+-]\\d{2}(:?\\d{2})?)");
        return iso ? parse(text) : null;
    }

    private static Pattern shape(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Instant sinceEpoch(String digits) {
        long number = Long.parseLong(digits);
        boolean seconds = digits.replace("-", "").length() <= 11;
        return seconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
