// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.TimeSpan;
import org.perimeter.search.api.error.ApiException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The days that a report is about, both included, in UTC.
 *
 * @param from first day
 * @param to last day
 */
public record ReportPeriod(LocalDate from, LocalDate to) {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_YEARS = 5;

    /**
     * The period that a request names; the last thirty days when it names none.
     *
     * @param from ISO date, or null
     * @param to ISO date, or null for today
     * @throws ApiException 400 when one is not a date, the first is after the last, or there are
     *     more than five years between them
     */
    static ReportPeriod parse(@Nullable String from, @Nullable String to, Instant now) {
        LocalDate last = to == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : date("to", to);
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : date("from", from);
        if (first.isAfter(last)) {
            throw ApiException.badField("from", "must not be after to");
        }
        if (first.isBefore(last.minusYears(MOST_YEARS))) {
            throw ApiException.badField("from", "must not be more than five years before to");
        }
        return new ReportPeriod(first, last);
    }

    /** Its first instant, and the first one after it. */
    TimeSpan span() {
        return new TimeSpan(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ApiException.badField(field, "must be a date such as 2026-01-31");
        }
    }
}
