// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents.cap;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.input.WrittenTime;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The earlier messages that an alert refers to.
 *
 * @param keys of the messages, the oldest first; what is not {@code sender,identifier,sent} is none
 */
record CapReferences(List<String> keys) {

    CapReferences {
        keys = List.copyOf(keys);
    }

    static CapReferences of(CapAlert alert) {
        return new CapReferences(
                alert.references().stream()
                        .map(reference -> reference.split(",", -1))
                        .filter(parts -> parts.length == 3)
                        .sorted(Comparator.comparing((String[] parts) -> when(parts[2])))
                        .map(parts -> parts[0] + "," + parts[1])
                        .distinct()
                        .toList());
    }

    private static Instant when(String sent) {
        @Nullable Instant instant = WrittenTime.parseIso(sent);
        return instant == null ? Instant.MAX : instant;
    }
}
