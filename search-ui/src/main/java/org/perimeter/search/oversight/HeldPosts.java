// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.RetentionSlice;
import org.perimeter.policy.model.Incident;
import org.perimeter.search.oversight.ReportView.Held;
import org.perimeter.search.oversight.ReportView.OutsideIncidents;
import org.perimeter.search.oversight.ReportView.Slice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** Counts what is stored against the incidents that justify it and the days that end it. */
final class HeldPosts {

    /**
     * Posts come and go while they are counted; one that no incident justifies is found by every
     * look, so the smallest of several counts is right.
     */
    private static final int LOOKS = 3;

    private final PostStore posts;

    HeldPosts(PostStore posts) {
        this.posts = posts;
    }

    /**
     * Posts that no incident justifies.
     *
     * @param incidents every incident that is known
     * @param rewindMinutes how far before an opening a post may have been witnessed
     */
    OutsideIncidents outside(List<Incident> incidents, double rewindMinutes) {
        OutsideIncidents least = look(incidents, rewindMinutes);
        for (int i = 1; i < LOOKS && least.total() > 0; i++) {
            OutsideIncidents again = look(incidents, rewindMinutes);
            least = again.total() < least.total() ? again : least;
        }
        return least;
    }

    /** What is stored at this instant. */
    Held held(Instant now) {
        posts.refresh();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Slice> slices =
                posts.slices().stream()
                        .filter(slice -> slice.documents() > 0)
                        .sorted(Comparator.comparing(RetentionSlice::deleteByDay))
                        .map(slice -> view(slice, today))
                        .toList();
        return new Held(
                slices.stream().mapToLong(Slice::posts).sum(),
                slices.stream().filter(s -> s.daysLeft() < 0).mapToLong(Slice::posts).sum(),
                slices.isEmpty() ? null : slices.get(0),
                slices);
    }

    private OutsideIncidents look(List<Incident> incidents, double rewindMinutes) {
        posts.refresh();
        long total = posts.slices().stream().mapToLong(RetentionSlice::documents).sum();
        long known = 0;
        long before = 0;
        long after = 0;
        for (Incident incident : incidents) {
            long all = count(incident, null, null);
            known += all;
            if (all > 0) {
                long rewindMillis = Math.round(rewindMinutes * 60_000);
                Instant earliest = incident.openedAt().minusMillis(rewindMillis);
                before += count(incident, null, earliest);
                after += count(incident, OpenTime.end(incident), null);
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

    private static Slice view(RetentionSlice slice, LocalDate today) {
        return new Slice(
                slice.retentionClass(),
                slice.deleteByDay().toString(),
                ChronoUnit.DAYS.between(today, slice.deleteByDay()),
                slice.documents());
    }
}
