// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param to the first instant after it; a span whose end is not after its start is empty
 */
public record TimeSpan(Instant from, Instant to) {

    /** From the opening of an incident until it was closed, or expires by itself. */
    public static TimeSpan ofIncident(Incident incident) {
        return new TimeSpan(incident.openedAt(), endOf(incident));
    }

    /** When an incident stopped being live, or will by itself. */
    public static Instant endOf(Incident incident) {
        Instant closed = incident.closedAt();
        return closed != null && closed.isBefore(incident.expiresAt())
                ? closed
                : incident.expiresAt();
    }

    /** How much of this span the others cover; where they overlap, it counts once. */
    public Duration coveredBy(Collection<TimeSpan> others) {
        List<TimeSpan> byStart =
                others.stream().sorted(Comparator.comparing(TimeSpan::from)).toList();
        Duration covered = Duration.ZERO;
        Instant reached = from;
        for (TimeSpan span : byStart) {
            Instant begin = span.from().isAfter(reached) ? span.from() : reached;
            Instant end = span.to().isBefore(to) ? span.to() : to;
            if (end.isAfter(begin)) {
                covered = covered.plus(Duration.between(begin, end));
                reached = end;
            }
        }
        return covered;
    }

    /** Its length; zero when it is empty. */
    public Duration length() {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
