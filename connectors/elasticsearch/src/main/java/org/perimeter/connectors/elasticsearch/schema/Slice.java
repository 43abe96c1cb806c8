// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.schema;

import org.perimeter.policy.model.decision.RetentionClass;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything of one retention class that must be gone by the end of one day.
 *
 * @param retentionClass its class
 * @param deleteByDay its day, UTC
 */
public record Slice(RetentionClass retentionClass, LocalDate deleteByDay) {

    private static final Pattern END = Pattern.compile("-(r\\d)-(\\d{4}\\.\\d\\d\\.\\d\\d)$");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu.MM.dd", Locale.ROOT);

    /** As it stands at the end of an index name: {@code r1-2026.12.01}. */
    String name() {
        return retentionClass.name().toLowerCase(Locale.ROOT) + "-" + DAY.format(deleteByDay);
    }

    /** Reads the end of an index name; empty when it names no slice. */
    public static Optional<Slice> ofIndex(String index) {
        Matcher end = END.matcher(index);
        if (!end.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Slice(
                            RetentionClass.valueOf(end.group(1).toUpperCase(Locale.ROOT)),
                            LocalDate.parse(end.group(2), DAY)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
