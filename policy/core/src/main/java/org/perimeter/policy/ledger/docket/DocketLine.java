// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger.docket;

import org.perimeter.policy.model.incident.Incident;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * The receipt of one incident: what the newest of its versions in the log is.
 *
 * @param incident id
 * @param version the highest that the log has
 * @param live whether posts around it may be collected
 * @param expiresAt when that ends by itself
 * @param documents hashes of that version; two when two writers raced for its number
 * @param leaf index of its last entry in the log
 */
public record DocketLine(
        String incident,
        long version,
        boolean live,
        Instant expiresAt,
        List<String> documents,
        long leaf) {

    public DocketLine {
        documents = List.copyOf(documents);
    }

    /** The receipt of an incident whose entry is at this place in the log. */
    public static DocketLine of(Incident incident, long leaf) {
        return of(IncidentEntry.of(incident), leaf);
    }

    static DocketLine of(IncidentEntry entry, long leaf) {
        return new DocketLine(
                entry.incident(),
                entry.version(),
                entry.live(),
                entry.expiresAt(),
                List.of(entry.document()),
                leaf);
    }

    /** The line after one more entry of the same incident. */
    DocketLine and(IncidentEntry entry, long at) {
        if (entry.version() < version) {
            return this;
        }
        if (entry.version() > version) {
            return of(entry, at);
        }
        TreeSet<String> both = new TreeSet<>(documents);
        both.add(entry.document());
        return new DocketLine(
                incident,
                version,
                live && entry.live(),
                expiresAt,
                List.copyOf(both),
                Math.max(leaf, at));
    }
}
