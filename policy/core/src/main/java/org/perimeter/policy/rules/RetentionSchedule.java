// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.incident.TimeSpan;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The limits of one rulebook, and what must be gone by when.
 *
 * <p>Days are UTC. The delete-by day is the last one that ends within the limit, so that dropping a
 * whole day's index at its end never keeps an item longer than the class allows; it may go up to a
 * day earlier.
 */
public final class RetentionSchedule {

    /** How long retention may fail before collection stops. */
    private static final Duration LATEST = Duration.ofHours(24);

    /**
     * How long the bytes of an erased post may lie on the store's disks, unreachable for every
     * reader: an hour where much of a day's posts was erased, else a day and an hour.
     */
    public static final Duration OFF_DISK = Duration.ofHours(25);

    /** The longest bound that the rulebook's schema allows for a post, with a margin. */
    private static final Duration LONGEST = Duration.ofDays(40);

    /** Life of counts that no longer speak of any post. */
    private static final Period AGGREGATES = Period.ofYears(5);

    private final Duration protectedPlace;
    private final Duration rawCap;
    private final Duration alerted;
    private final Duration afterClose;

    private RetentionSchedule(Rulebook rulebook) {
        this.protectedPlace = rulebook.duration(RuleId.PROTECTED_PLACE, ChronoUnit.HOURS);
        this.rawCap = rulebook.duration(RuleId.RAW_CAP, ChronoUnit.DAYS);
        this.alerted = rulebook.duration(RuleId.ALERTED, ChronoUnit.DAYS);
        this.afterClose = rulebook.duration(RuleId.AFTER_CLOSE, ChronoUnit.HOURS);
    }

    /** The schedule of a rulebook. */
    public static RetentionSchedule of(Rulebook rulebook) {
        return new RetentionSchedule(rulebook);
    }

    /** The class of a post that is admitted for this incident and is behind no alert yet. */
    @Control({"FAS-01", "RET-01"})
    public RetentionClass classify(Incident incident) {
        return incident.protectedPlace() ? RetentionClass.R0 : RetentionClass.R1;
    }

    /** How long an item of the class may rest at the very most, counted from its admission. */
    public Duration cap(RetentionClass retentionClass) {
        return switch (retentionClass) {
            case R0 -> protectedPlace;
            case R1 -> rawCap;
            case R2 -> alerted;
        };
    }

    /** The day by whose end (UTC) an item admitted at this instant must be gone. */
    @Control("RET-01")
    public LocalDate deleteByDay(RetentionClass retentionClass, Instant admittedAt) {
        return admittedAt
                .plus(cap(retentionClass))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(1);
    }

    /**
     * Whether retention is too late for anything more to be collected.
     *
     * @param doneAt when all that was due was last done; null when never
     */
    @Control("RET-02")
    public static boolean isLate(@Nullable Instant doneAt, Instant now) {
        return doneAt == null || doneAt.plus(LATEST).isBefore(now);
    }

    /** The instant at which everything with this delete-by day must be gone: the day's end. */
    public static Instant dueAt(LocalDate deleteByDay) {
        return deleteByDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether everything with this delete-by day must be gone. */
    @Control("RET-02")
    public static boolean isDue(LocalDate deleteByDay, Instant now) {
        return !now.isBefore(dueAt(deleteByDay));
    }

    /**
     * When the raw posts of an incident must be gone because it is over, long before their caps:
     * its close, or else its expiry, plus the hours of RET-01.R1.
     */
    public Instant dueAt(Incident incident) {
        return TimeSpan.endOf(incident).plus(afterClose);
    }

    /** Whether the raw posts of the incident must be gone, and its key with them. */
    @Control({"IDN-04", "RET-01"})
    public boolean isDue(Incident incident, Instant now) {
        return !now.isBefore(dueAt(incident));
    }

    /** Dead letters from before this must be gone: they point at posts and live as raw ones do. */
    @Control("RET-01")
    public Instant deadLettersFrom(Instant now) {
        return now.minus(cap(RetentionClass.R1));
    }

    /** Alerts that have not changed since before this must be gone. */
    @Control("RET-01")
    public Instant alertsFrom(Instant now) {
        return now.minus(cap(RetentionClass.R2));
    }

    /** Daily counts of days before this one must be gone. */
    public static LocalDate countsFrom(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate().minus(AGGREGATES);
    }

    /**
     * Whether posts of the incident may still be held, so that every delete must be told to it.
     * Whatever the rulebook says by now: earlier ones may have allowed more.
     */
    @Control("RET-03")
    public static boolean mayHold(Incident incident, Instant now) {
        boolean everLive = incident.status() != IncidentStatus.PENDING;
        return everLive && now.isBefore(latestEnd(incident).plus(LONGEST));
    }

    private static Instant latestEnd(Incident incident) {
        Instant closed = incident.closedAt();
        return closed != null && closed.isAfter(incident.expiresAt())
                ? closed
                : incident.expiresAt();
    }
}
