// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.FenceLife;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The times of a fence: what a rulebook makes of now and of what a sender states. */
final class FenceTimes {

    private final FenceLife life;
    private final Duration rewind;
    private final Duration exercise;

    FenceTimes(Rulebook rulebook) {
        this.life = FenceLife.of(rulebook);
        this.rewind = rulebook.duration(RuleId.REWIND, ChronoUnit.MINUTES);
        this.exercise = rulebook.duration(RuleId.FENCE_LIFE, ChronoUnit.HOURS);
    }

    /**
     * When an incident opens that opens now: as stated, but no further back than posts may wait,
     * and never ahead. An exercise is played faster than it happened and may lie back as far as a
     * fence lives.
     */
    @Control({"COL-03", "COL-10"})
    Instant opening(IncidentStatement statement, Instant now) {
        Instant stated = statement.times().openedAt();
        Instant earliest = now.minus(statement.exercise() ? exercise : rewind);
        if (stated == null || stated.isAfter(now)) {
            return now;
        }
        return stated.isBefore(earliest) ? earliest : stated;
    }

    /**
     * When a fence ends that opens now: as stated, but no later than one life after its opening.
     * Who states an opening and no end is taken at the word that it began then.
     */
    @Control("COL-03")
    Instant firstEnd(IncidentStatement statement, Instant opened) {
        Instant stated = statement.times().expiresAt();
        Instant began = statement.times().openedAt();
        Instant latest = life.shorten(opened, opened, stated);
        return stated == null && began != null ? earlier(latest, life.unstatedEnd(began)) : latest;
    }

    /** When a fence ends that is renewed now. */
    @Control("COL-03")
    Instant renewedEnd(Instant opened, Instant now) {
        return life.shorten(opened, now, null);
    }

    static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
