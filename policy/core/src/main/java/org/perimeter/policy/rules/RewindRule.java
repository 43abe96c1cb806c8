// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How far an incident that opens now may look back, and how long a post may wait for one. */
public final class RewindRule {

    private final Duration longest;

    private RewindRule(Duration longest) {
        this.longest = longest;
    }

    /**
     * The rule with a rulebook's minutes.
     *
     * @param rulebook null when none is in force: nothing may wait then
     */
    public static RewindRule of(@Nullable Rulebook rulebook) {
        return new RewindRule(
                rulebook == null
                        ? Duration.ZERO
                        : rulebook.duration(RuleId.REWIND, ChronoUnit.MINUTES));
    }

    /** Whether posts may wait at all. */
    @Control("COL-10")
    public boolean isOn() {
        return !longest.isZero();
    }

    /** The first instant that the incident may look back to. */
    @Control("COL-10")
    public Instant earliest(Incident incident) {
        return incident.openedAt().minus(longest);
    }

    /**
     * Whether a post has waited its minutes, by either clock.
     *
     * @param arrived when it came, by the wall clock
     * @param wallClock now
     * @param eventTime now; null when event time is not known
     */
    @Control("COL-10")
    public boolean isOver(
            Instant arrived, Instant witnessed, Instant wallClock, @Nullable Instant eventTime) {
        return !arrived.isAfter(wallClock.minus(longest))
                || (eventTime != null && witnessed.isBefore(eventTime.minus(longest)));
    }
}
