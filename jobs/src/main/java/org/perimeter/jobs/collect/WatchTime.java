// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.incident.TimeSpan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Adds up how long the gate stood open, how long it stood by, and how long it was shut although an
 * incident was open, between ticks of the clock. A pause between ticks that is longer than ten
 * seconds is nobody's watch time: the job was not running.
 *
 * <p>Of the time that it stood open, what no incident covers is counted once more on its own: it
 * must be no more than the moment between the end of an incident and the tick that tells of it.
 */
public final class WatchTime {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private @Nullable Instant last;
    private @Nullable PolicyDecision state;

    /**
     * Counts the stretch since the last tick in the state that it began with.
     *
     * @param now of this tick
     * @param next the state from now on
     * @param incidents all known ones, as they stand now
     */
    public void tick(Instant now, PolicyDecision next, List<Incident> incidents, Tally tally) {
        if (last != null && state != null && now.isAfter(last)) {
            TimeSpan passed = new TimeSpan(last, now);
            if (passed.length().compareTo(LONGEST) <= 0) {
                count(passed, state, incidents, tally);
            }
        }
        last = now;
        state = next;
    }

    private static void count(
            TimeSpan passed, PolicyDecision state, List<Incident> incidents, Tally tally) {
        long millis = passed.length().toMillis();
        if (state.outcome() != Outcome.DROP) {
            tally.add(TownNoise.millis(passed.from()), millis);
        }
        if (state.outcome() == Outcome.STANDBY) {
            tally.add("standbyMillis", millis);
            return;
        }
        long covered = passed.coveredBy(open(incidents)).toMillis();
        if (state.outcome() == Outcome.COLLECT) {
            tally.add("collectingMillis", millis);
            tally.add("collectingOutsideMillis", millis - covered);
        } else {
            tally.add("shutMillis/" + state.reason(), covered);
        }
    }

    private static List<TimeSpan> open(List<Incident> incidents) {
        return incidents.stream()
                .filter(incident -> incident.status() != IncidentStatus.PENDING)
                .map(TimeSpan::ofIncident)
                .toList();
    }
}
