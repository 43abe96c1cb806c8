// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The counts of one producer, a day (UTC) at a time, so that a report can be about a range of days.
 * What happens between midnight and the next tick counts for the day that ended.
 */
final class DailyTally {

    private final String producer;
    private final Tally today = new Tally();
    private LocalDate day;
    private @Nullable TallySnapshot yesterday;

    DailyTally(String producer, Instant now) {
        this.producer = producer;
        this.day = dayOf(now);
    }

    /** The counts of the day; always the same object. */
    Tally today() {
        return today;
    }

    /** Takes in counts of an earlier attempt. */
    void restore(TallySnapshot snapshot) {
        if (snapshot.day().equals(day.toString())) {
            today.addAll(snapshot.counts());
        } else {
            yesterday = snapshot;
        }
    }

    /** Begins a new day when it is one. */
    void turn(Instant now) {
        LocalDate next = dayOf(now);
        if (next.isAfter(day)) {
            yesterday = snapshot(now, day, today.counts());
            today.clear();
            day = next;
        }
    }

    /** The counts as they stand: those of the day that ended last, if any, and of today. */
    List<TallySnapshot> snapshots(Instant now) {
        List<TallySnapshot> snapshots = new ArrayList<>();
        if (yesterday != null) {
            snapshots.add(snapshot(now, LocalDate.parse(yesterday.day()), yesterday.counts()));
        }
        snapshots.add(snapshot(now, day, today.counts()));
        return snapshots;
    }

    private TallySnapshot snapshot(Instant now, LocalDate of, Map<String, Long> counts) {
        return new TallySnapshot(producer, of.toString(), now, counts);
    }

    static LocalDate dayOf(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
