// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.TimeSpan;
import org.perimeter.policy.rules.RetentionSchedule;
import org.perimeter.policy.rules.RewindRule;
import org.perimeter.search.oversight.ReportView.Held;
import org.perimeter.search.oversight.ReportView.HeldClass;
import org.perimeter.search.oversight.ReportView.OutsideIncidents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what is stored against the incidents that justify it and the days that end it. */
final class StoredCounts {

    /**
     * Posts come and go while they are counted; one that no incident justifies is found by every
     * look, so the smallest of several counts is right.
     */
    private static final int LOOKS = 3;

    private final PostStore posts;

    StoredCounts(PostStore posts) {
        this.posts = posts;
    }

    /**
     * Posts that no incident justifies.
     *
     * @param incidents every incident that is known
     * @param rewind how far before an opening a post may have been witnessed
     */
    OutsideIncidents outside(List<Incident> incidents, RewindRule rewind) {
        OutsideIncidents least = look(incidents, rewind);
        for (int i = 1; i < LOOKS && least.total() > 0; i++) {
            OutsideIncidents again = look(incidents, rewind);
            least = again.total() < least.total() ? again : least;
        }
        return least;
    }

    /**
     * What is stored at this instant.
     *
     * @param limits the rulebook's; null when there is none
     * @param retentionDoneAt when retention last did all that was due; null for never
     */
    Held held(Instant now, @Nullable RetentionSchedule limits, @Nullable Instant retentionDoneAt) {
        posts.refresh();
        List<RetentionSlice> slices =
                posts.slices().stream().filter(slice -> slice.documents() > 0).toList();
        Map<RetentionClass, List<RetentionSlice>> byClass =
                slices.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RetentionSlice::retentionClass,
                                        TreeMap::new,
                                        Collectors.toList()));
        return new Held(
                sum(slices),
                sum(
                        slices.stream()
                                .filter(s -> RetentionSchedule.isDue(s.deleteByDay(), now))
                                .toList()),
                byClass.entrySet().stream()
                        .map(held -> view(held.getKey(), held.getValue(), now, limits))
                        .toList(),
                retentionDoneAt);
    }

    private OutsideIncidents look(List<Incident> incidents, RewindRule rewind) {
        posts.refresh();
        long total = posts.slices().stream().mapToLong(RetentionSlice::documents).sum();
        long known = 0;
        long before = 0;
        long after = 0;
        for (Incident incident : incidents) {
            long all = count(incident, null, null);
            known += all;
            if (all > 0) {
                before += count(incident, null, rewind.earliest(incident));
                after += count(incident, TimeSpan.endOf(incident), null);
            }
        }
        long unknown = Math.max(0, total - known);
        return new OutsideIncidents(unknown + before + after, unknown, before, after);
    }

    private long count(Incident incident, @Nullable Instant since, @Nullable Instant until) {
        return posts.count(
                new PostQuery(
                        incident.id(), "", List.of(), null, since, until, null, null, null, 1));
    }

    private static HeldClass view(
            RetentionClass retentionClass,
            List<RetentionSlice> slices,
            Instant now,
            @Nullable RetentionSchedule limits) {
        LocalDate oldest =
                slices.stream()
                        .map(RetentionSlice::deleteByDay)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return new HeldClass(
                retentionClass,
                limits == null ? null : limits.cap(retentionClass).toHours(),
                sum(slices),
                oldest.toString(),
                Duration.between(now, RetentionSchedule.dueAt(oldest)).toHours());
    }

    private static long sum(List<RetentionSlice> slices) {
        return slices.stream().mapToLong(RetentionSlice::documents).sum();
    }
}
