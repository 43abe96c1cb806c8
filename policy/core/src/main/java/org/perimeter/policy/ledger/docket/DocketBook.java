// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger.docket;

import org.perimeter.policy.key.IncidentSeal;
import org.perimeter.policy.ledger.LedgerEntry;
import org.perimeter.policy.ledger.PayloadStore;
import org.perimeter.policy.ledger.SaltedPayload;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the published log and knows the newest version of every incident in it. After a restart
 * it goes on from the docket that it signed last, or reads the log back. For one thread.
 */
public final class DocketBook {

    /** No fence lives longer (COL-03.stop), with a margin. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(80);

    /** How long the end of an incident is remembered beyond its expiry, for entries that lag. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final TileReader tiles;
    private final PayloadStore payloads;
    private final IncidentSeal seal;
    private final Map<String, DocketLine> lines = new HashMap<>();
    private long size = -1;
    private long unsealed;

    /**
     * @param tiles the published files
     * @param payloads what its entries commit to
     * @param seal of the deployment
     */
    public DocketBook(TileReader tiles, PayloadStore payloads, IncidentSeal seal) {
        this.tiles = tiles;
        this.payloads = payloads;
        this.seal = seal;
    }

    /** Goes on from a docket that was made earlier, when the log is at least as long. */
    public void resume(Docket docket) throws IOException {
        if (docket.size() <= published()) {
            lines.putAll(docket.lines());
            size = docket.size();
        }
    }

    /**
     * Reads what was published since, the first time all that may still matter.
     *
     * @param at when the inbox was empty
     * @throws IOException when the log's files cannot be read
     */
    public Docket read(Instant at) throws IOException {
        long published = published();
        if (size < 0) {
            readBack(published, at.minus(LONGEST_LIFE));
        } else if (size < published) {
            for (long bundle = size / TilePath.FULL; bundle * TilePath.FULL < published; bundle++) {
                take(bundle, entries(bundle, published), size);
            }
        }
        size = published;
        lines.values().removeIf(line -> line.expiresAt().plus(REMEMBERED).isBefore(at));
        return new Docket(at, size, lines);
    }

    /** How many entries of incidents were read that no process with our keys had sealed. */
    public long unsealed() {
        return unsealed;
    }

    private void readBack(long published, Instant oldest) throws IOException {
        boolean matters = true;
        for (long bundle = (published - 1) / TilePath.FULL;
                published > 0 && matters && bundle >= 0;
                bundle--) {
            List<LedgerEntry> entries = entries(bundle, published);
            take(bundle, entries, 0);
            matters = entries.stream().anyMatch(entry -> entry.tsUtc().isAfter(oldest));
        }
    }

    private void take(long bundle, List<LedgerEntry> entries, long from) throws IOException {
        if (entries.stream().noneMatch(entry -> entry.seq() >= from && isOfIncident(entry))) {
            return;
        }
        Map<Long, SaltedPayload> opened = payloads.findBundle(bundle);
        for (LedgerEntry entry : entries) {
            SaltedPayload payload = opened.get(entry.seq());
            if (entry.seq() >= from && isOfIncident(entry) && payload != null) {
                take(entry, payload);
            }
        }
    }

    private void take(LedgerEntry entry, SaltedPayload payload) {
        if (!entry.objCommit().equals(payload.commitment())) {
            return;
        }
        Optional<IncidentEntry> read = IncidentEntry.read(payload.payload(), seal);
        if (read.isEmpty()) {
            unsealed++;
            return;
        }
        IncidentEntry said = read.get();
        DocketLine known = lines.get(said.incident());
        lines.put(
                said.incident(),
                known == null ? DocketLine.of(said, entry.seq()) : known.and(said, entry.seq()));
    }

    private static boolean isOfIncident(LedgerEntry entry) {
        return switch (entry.type()) {
            case INCIDENT_OPEN, INCIDENT_UPDATE, INCIDENT_CLOSE -> true;
            default -> false;
        };
    }

    private List<LedgerEntry> entries(long bundle, long published) throws IOException {
        int width = (int) Math.min(TilePath.FULL, published - bundle * TilePath.FULL);
        List<byte[]> written = tiles.readEntries(TilePath.entries(bundle, width));
        List<LedgerEntry> entries = new ArrayList<>(written.size());
        for (byte[] entry : written) {
            entries.add(LedgerEntry.parse(entry));
        }
        return entries;
    }

    private long published() throws IOException {
        return Checkpoint.parse(tiles.readCheckpoint().text()).size();
    }
}
