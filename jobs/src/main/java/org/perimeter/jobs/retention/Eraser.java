// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.RetentionSlice;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.jobs.ledger.Clerk;
import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.ledger.ItemRoot;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.rules.RetentionSchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Deletes, looks whether it is gone, and tells the ledger: in this order, every time. */
public final class Eraser {

    private static final Logger LOGGER = LoggerFactory.getLogger(Eraser.class);
    private static final String LIMIT_RULE = "RET-01";
    private static final String KEY_RULE = "IDN-04";
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;

    private final PostStore posts;
    private final IncidentKeys keys;
    private final Clerk clerk;

    public Eraser(PostStore posts, IncidentKeys keys, Clerk clerk) {
        this.posts = posts;
        this.keys = keys;
        this.clerk = clerk;
    }

    /**
     * Drops every slice whose last day is over.
     *
     * @throws StoreException when the store or the inbox does not answer, or a slice is still there
     */
    @Control({"RET-01", "RET-02"})
    void dropDueSlices(Instant now) {
        for (RetentionSlice slice : posts.slices()) {
            if (RetentionSchedule.isDue(slice.deleteByDay(), now)) {
                posts.dropSlice(slice.retentionClass(), slice.deleteByDay());
                if (isThere(slice)) {
                    throw new StoreException("a dropped slice is still listed", true, null);
                }
                tell(
                        LedgerEntryType.DELETE,
                        LIMIT_RULE,
                        "",
                        now,
                        Map.ofEntries(
                                Map.entry("class", slice.retentionClass().name()),
                                Map.entry("deleteByDay", slice.deleteByDay().toString()),
                                Map.entry("items", slice.documents()),
                                Map.entry("verified", "slice listing")));
            }
        }
    }

    private boolean isThere(RetentionSlice dropped) {
        return posts.slices().stream()
                .anyMatch(
                        slice ->
                                slice.retentionClass() == dropped.retentionClass()
                                        && slice.deleteByDay().equals(dropped.deleteByDay()));
    }

    /**
     * Erases every post of an incident, then its key; what is gone already is passed over.
     *
     * @throws StoreException when the store or the inbox does not answer, or a post is still there
     */
    @Control({"IDN-04", "RET-01", "RET-02"})
    void eraseIncident(String incidentId, String rulebookHash, Instant now) {
        List<String> erased = erasePosts(incidentId);
        if (!erased.isEmpty()) {
            tell(
                    LedgerEntryType.DELETE,
                    LIMIT_RULE,
                    rulebookHash,
                    now,
                    Map.ofEntries(
                            Map.entry("incident", incidentId),
                            Map.entry("items", erased.size()),
                            Map.entry("root", ItemRoot.of(erased).toHex()),
                            Map.entry("verified", "id probe")));
        }
        if (keys.destroy(incidentId)) {
            LOGGER.atInfo().addKeyValue("incident", incidentId).log("incident key destroyed");
            tell(
                    LedgerEntryType.KEY_DESTROY,
                    KEY_RULE,
                    rulebookHash,
                    now,
                    Map.of("incident", incidentId));
        }
    }

    private List<String> erasePosts(String incidentId) {
        List<String> erased = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<String> ids = posts.idsOfIncident(incidentId, PAGE);
            if (ids.isEmpty()) {
                return erased;
            }
            erase(ids);
            erased.addAll(ids);
            posts.refresh();
        }
        throw new StoreException("posts of an incident do not come to an end", true, null);
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

    /**
     * Takes erased posts off the store's disks; what the store holds on to for the moment goes in
     * one of the next rounds.
     */
    void expunge() {
        long left = posts.expunge();
        if (left > 0) {
            LOGGER.atInfo().addKeyValue("documents", left).log("erased, and not yet off the disk");
        }
    }

    private void tell(
            LedgerEntryType type,
            String ruleId,
            String rulebookHash,
            Instant now,
            Map<String, ?> payload) {
        clerk.hand(Drafts.of(type, now, ruleId, rulebookHash, Outcome.DROP, payload));
    }
}
