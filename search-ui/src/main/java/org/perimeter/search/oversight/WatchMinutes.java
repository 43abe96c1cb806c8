// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.incident.TimeSpan;
import org.perimeter.search.oversight.ReportView.Minutes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets the time that the gate stood open against the time that an incident was open (control
 * COL-01).
 *
 * <p>An incident counts as open from its entry in the ledger, not from the time that its sender
 * states: what was reported late could not be watched earlier. Time that an incident was open and
 * the gate neither stood open nor gave a reason for being shut remains as unwatched, so that the
 * parts always add up to the whole.
 */
final class WatchMinutes {

    private static final double PER_MINUTE = 60_000.0;
    private static final String SHUT = "shutMillis/";

    private WatchMinutes() {}

    /**
     * The minutes of a period.
     *
     * @param incidents every incident that is known
     * @param openings when the ledger first heard of each
     * @param period of the report, up to now at most
     */
    static Minutes of(
            List<Incident> incidents,
            Map<String, Instant> openings,
            Tallies tallies,
            TimeSpan period) {
        List<TimeSpan> open =
                incidents.stream()
                        .filter(incident -> incident.status() != IncidentStatus.PENDING)
                        .map(incident -> open(incident, openings))
                        .toList();
        double openMinutes = period.coveredBy(open).toMillis() / PER_MINUTE;
        double collecting = tallies.minutes("collectingMillis");
        double outside = tallies.minutes("collectingOutsideMillis");
        Map<String, Double> shut = new TreeMap<>();
        tallies.group(SHUT).forEach((reason, millis) -> shut.put(reason, millis / PER_MINUTE));
        double explained =
                collecting
                        - outside
                        + shut.values().stream().mapToDouble(Double::doubleValue).sum();
        shut.replaceAll((reason, minutes) -> rounded(minutes));
        return new Minutes(
                rounded(openMinutes),
                rounded(collecting),
                rounded(outside),
                rounded(tallies.minutes("standbyMillis")),
                shut,
                rounded(Math.max(0, openMinutes - explained)));
    }

    private static TimeSpan open(Incident incident, Map<String, Instant> openings) {
        TimeSpan own = TimeSpan.ofIncident(incident);
        Instant told = openings.get(incident.id());
        return told == null || told.isBefore(own.from()) ? own : new TimeSpan(told, own.to());
    }

    /** To the hundredth. */
    private static double rounded(double minutes) {
        return Math.round(minutes * 100) / 100.0;
    }
}
