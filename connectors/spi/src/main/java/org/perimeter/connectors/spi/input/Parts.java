// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.input;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;

/** Puts the parts of a written time together; each shape names only those that it has. */
final class Parts {

    private final Matcher matcher;

    Parts(Matcher matcher) {
        this.matcher = matcher;
    }

    /**
     * The time.
     *
     * @throws DateTimeException when it does not exist
     */
    Instant instant() {
        LocalDate date = date();
        int hour = number("h", 0);
        int minute = number("m", 0);
        int second = number("s", 0);
        String half = part("half");
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of a half day");
            }
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        if (hour == 24 && minute == 0 && second == 0) {
            date = date.plusDays(1);
            hour = 0;
        }
        // A leap second has no instant of its own.
        LocalTime time = LocalTime.of(hour, minute, second == 60 ? 59 : second, nanos());
        return date.atTime(time).atZone(zone()).toInstant();
    }

    private LocalDate date() {
        String name = part("name");
        int month = name == null ? number("mo", 0) : MonthNames.of(name);
        int day = number("d", 1);
        if (part("a") != null) {
            int first = number("a", 0);
            int second = number("b", 0);
            boolean points = ".".equals(part("sep"));
            if (points || first > 12 || first == second) {
                day = first;
                month = second;
            } else if (second > 12) {
                day = second;
                month = first;
            } else {
                throw new DateTimeException("day or month");
            }
        }
        return LocalDate.of(year(), month, day);
    }

    /** Two digits as RFC 2822 reads them. */
    private int year() {
        int year = number("y", 0);
        boolean two = year < 100;
        return two ? year + (year < 50 ? 2000 : 1900) : year;
    }

    /** Of a fraction however long, what a clock can hold. */
    private int nanos() {
        String fraction = part("f");
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private ZoneId zone() {
        String later = part("z2");
        String text = later == null ? part("z") : later;
        ZoneId zone = ZoneNames.of(text == null ? "" : text);
        if (zone == null) {
            throw new DateTimeException("unknown zone");
        }
        return zone;
    }

    private int number(String part, int fallback) {
        String digits = part(part);
        return digits == null ? fallback : Integer.parseInt(digits);
    }

    private @Nullable String part(String name) {
        try {
            return matcher.group(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
