// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which drafts are in the ledger by what its newest entries say, for the rare cases in
 * which their numbers do not prove it.
 */
public final class RecordedDrafts {

    /** How many bundles of 256 entries it looks back; what is not found there counts as missing. */
    private static final long MOST_BUNDLES = 400;

    private final TileReader tiles;
    private final PayloadStore payloads;
    private final LedgerKeys keys;

    /**
     * @param tiles the published files
     * @param payloads what the entries commit to
     * @param keys of the ledger
     */
    public RecordedDrafts(TileReader tiles, PayloadStore payloads, LedgerKeys keys) {
        this.tiles = tiles;
        this.payloads = payloads;
        this.keys = keys;
    }

    /**
     * Those of the drafts that are in the ledger; each entry accounts for one of them.
     *
     * @throws IOException when the ledger's files cannot be read
     */
    public List<LedgerDraft> among(List<LedgerDraft> drafts) throws IOException {
        Map<String, List<LedgerDraft>> wanted = new HashMap<>();
        drafts.forEach(
                draft ->
                        wanted.computeIfAbsent(draft.payload(), key -> new ArrayList<>())
                                .add(draft));
        List<LedgerDraft> found = new ArrayList<>();
        long size = Checkpoint.parse(tiles.readCheckpoint().text()).size();
        long last = (size - 1) / TilePath.FULL;
        for (long bundle = last;
                size > 0 && bundle >= 0 && bundle > last - MOST_BUNDLES;
                bundle--) {
            if (found.size() == drafts.size()) {
                return found;
            }
            look(bundle, size, wanted, found);
        }
        return found;
    }

    private void look(
            long bundle, long size, Map<String, List<LedgerDraft>> wanted, List<LedgerDraft> found)
            throws IOException {
        int width = (int) Math.min(TilePath.FULL, size - bundle * TilePath.FULL);
        List<byte[]> entries = tiles.readEntries(TilePath.entries(bundle, width));
        for (Map.Entry<Long, SaltedPayload> opened : payloads.findBundle(bundle).entrySet()) {
            SaltedPayload payload = opened.getValue();
            List<LedgerDraft> alike = wanted.getOrDefault(payload.payload(), List.of());
            int place = (int) (opened.getKey() % TilePath.FULL);
            if (alike.isEmpty() || place >= width) {
                continue;
            }
            LedgerEntry entry = LedgerEntry.parse(entries.get(place));
            if (entry.objCommit().equals(payload.commitment())) {
                alike.stream()
                        .filter(draft -> says(entry, draft))
                        .findFirst()
                        .ifPresent(
                                draft -> {
                                    alike.remove(draft);
                                    found.add(draft);
                                });
            }
        }
    }

    /** A draft without a number is known by rule, actor and payload, as in {@link DraftId}. */
    private boolean says(LedgerEntry entry, LedgerDraft draft) {
        boolean same =
                entry.ruleId().equals(draft.ruleId())
                        && entry.actorRef().equals(keys.actorRef(draft.actor()));
        return DraftId.isNumbered(draft)
                ? same
                        && entry.type() == draft.type()
                        && entry.tsUtc().equals(draft.at())
                        && entry.rulebookHash().equals(draft.rulebookHash())
                        && entry.outcome() == draft.outcome()
                : same;
    }
}
