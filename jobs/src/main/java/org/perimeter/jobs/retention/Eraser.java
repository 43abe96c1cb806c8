// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.retention.Erasure;
import org.perimeter.connectors.spi.store.retention.RetentionDiary;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.rules.RetentionSchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * Writes down what it is going to erase, erases it, looks whether it is gone, and crosses it out:
 * in this order, every time, and the ledger hears of the first step and the last. Whenever it dies,
 * the next round finds what was begun and does the rest.
 */
public final class Eraser {

    private static final Logger LOGGER = LoggerFactory.getLogger(Eraser.class);
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;

    private final PostStore posts;
    private final RetentionDiary diary;
    private final IncidentKeys keys;
    private final InstantSource clock;
    private final ExpungePlan expunging = new ExpungePlan();

    public Eraser(Stores stores, IncidentKeys keys, InstantSource clock) {
        this.posts = stores.posts();
        this.diary = stores.retentionDiary();
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Does the rest of what an earlier round began.
     *
     * @throws StoreException when the store does not answer, or something is still there
     */
    @Control("RET-02")
    void finishBegun() {
        List<Erasure> begun = diary.open(PAGE);
        while (!begun.isEmpty()) {
            for (Erasure erasure : begun) {
                diary.begin(erasure, ErasureDrafts.resumed(erasure, clock.instant()));
                complete(erasure);
            }
            begun = diary.open(PAGE);
        }
    }

    /**
     * Drops every slice whose last day is over.
     *
     * @throws StoreException when the store does not answer, or a slice is still there
     */
    @Control({"RET-01", "RET-02"})
    void dropDueSlices(Instant now) {
        for (RetentionSlice slice : posts.slices()) {
            if (RetentionSchedule.isDue(slice.deleteByDay(), now)) {
                erase(Erasure.Kind.SLICE, slice, "", List.of(), "");
            }
        }
    }

    /**
     * Erases every post of an incident, then its key; what is gone already is passed over.
     *
     * @param held the incidents that have posts; the store is asked about no other
     * @throws StoreException when the store does not answer, or a post is still there
     */
    @Control({"IDN-04", "RET-01", "RET-02"})
    void eraseIncident(String incidentId, Set<String> held, String rulebookHash) {
        List<String> ids =
                held.contains(incidentId) ? posts.idsOfIncident(incidentId, PAGE) : List.of();
        for (int page = 0; !ids.isEmpty(); page++) {
            if (page == MOST_PAGES) {
                throw new StoreException("posts of an incident do not come to an end", true, null);
            }
            erase(Erasure.Kind.POSTS, null, incidentId, ids, rulebookHash);
            posts.refresh();
            ids = posts.idsOfIncident(incidentId, PAGE);
        }
        if (keys.holds(incidentId)) {
            erase(Erasure.Kind.KEY, null, incidentId, List.of(), rulebookHash);
            LOGGER.atInfo().addKeyValue("incident", incidentId).log("incident key destroyed");
        }
    }

    private void erase(
            Erasure.Kind kind,
            @Nullable RetentionSlice slice,
            String incidentId,
            List<String> documents,
            String rulebookHash) {
        Erasure erasure =
                new Erasure(
                        UUID.randomUUID().toString(),
                        kind,
                        slice,
                        incidentId,
                        documents,
                        rulebookHash,
                        clock.instant());
        diary.begin(erasure, ErasureDrafts.intent(erasure));
        complete(erasure);
    }

    /** Whatever of it is done already is done again, which changes nothing. */
    private void complete(Erasure erasure) {
        switch (erasure.kind()) {
            case SLICE -> drop(erasure.slice());
            case POSTS -> erase(erasure.documents());
            case KEY -> destroy(erasure.incident());
        }
        diary.done(erasure, ErasureDrafts.done(erasure, clock.instant()));
    }

    @Control("RET-02")
    private void drop(@Nullable RetentionSlice slice) {
        if (slice == null) {
            throw new IllegalArgumentException("the erasure of a slice names none");
        }
        posts.dropSlice(slice.retentionClass(), slice.deleteByDay());
        boolean isThere =
                posts.slices().stream()
                        .anyMatch(
                                left ->
                                        left.retentionClass() == slice.retentionClass()
                                                && left.deleteByDay().equals(slice.deleteByDay()));
        if (isThere) {
            throw new StoreException("a dropped slice is still listed", true, null);
        }
    }

    @Control("RET-02")
    private void erase(List<String> ids) {
        List<PostWrite> writes =
                ids.stream().map(id -> PostWrite.erase(id, Long.MAX_VALUE)).toList();
        List<WriteOutcome> outcomes;
        try {
            outcomes = posts.write(writes).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new StoreException("posts could not be erased", true, e);
        }
        for (WriteOutcome outcome : outcomes) {
            boolean gone =
                    outcome.result() == WriteOutcome.Result.ERASED
                            || outcome.result() == WriteOutcome.Result.ABSENT;
            if (!gone || isHeld(outcome.documentId())) {
                throw new StoreException("a post could not be erased", true, null);
            }
        }
    }

    private boolean isHeld(String documentId) {
        return posts.find(documentId).isPresent() || posts.findIdentity(documentId).isPresent();
    }

    @Control("IDN-04")
    private void destroy(String incidentId) {
        boolean unused = keys.destroy(incidentId);
        if (keys.holds(incidentId)) {
            throw new StoreException("a key could not be destroyed", true, null);
        }
    }

    /**
     * Takes erased posts off the store's disks when that is due; what the store holds on to for the
     * moment goes with the next time.
     *
     * @throws StoreException when the store does not answer, or takes too long
     */
    @Control("RET-02")
    void expunge(Instant now) {
        OptionalDouble share = expunging.shareDue(now);
        if (share.isPresent()) {
            long left = posts.expunge(share.getAsDouble());
            expunging.done(share.getAsDouble(), left, now);
            LOGGER.atInfo().addKeyValue("documents", left).log("erased, and not yet off the disk");
        }
    }
}
