// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.ledger.LedgerEntry;
import org.perimeter.policy.ledger.LedgerVerification;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.ledger.TilePath;
import org.perimeter.policy.ledger.TileReader;
import org.perimeter.policy.ledger.VerifierKey;
import org.perimeter.search.oversight.ReportView.LedgerState;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Verifies the published ledger with its public key alone, then counts its entries by type. */
public final class LedgerAudit {

    private final TileReader tiles;
    private final LedgerVerifier verifier;

    /**
     * @param tiles the published files
     * @param key public key of the ledger
     */
    public LedgerAudit(TileReader tiles, VerifierKey key) {
        this.tiles = tiles;
        this.verifier = new LedgerVerifier(key);
    }

    /** What the ledger holds and whether it verifies. */
    LedgerState state() throws IOException {
        LedgerVerification verification = verifier.verify(tiles, null);
        return new LedgerState(
                verification.size(),
                verification.root(),
                verification.ok(),
                verification.problem(),
                verification.ok() ? countByType(verification.size()) : Map.of());
    }

    /** Time of the first entry of a ledger of this size; empty when there is none. */
    Optional<Instant> firstEntryAt(long size) throws IOException {
        if (size == 0) {
            return Optional.empty();
        }
        TilePath first = TilePath.entries(0, (int) Math.min(TilePath.FULL, size));
        return Optional.of(LedgerEntry.parse(tiles.readEntries(first).get(0)).tsUtc());
    }

    private Map<String, Long> countByType(long size) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (long first = 0; first < size; first += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, size - first);
            for (byte[] entry : tiles.readEntries(TilePath.entries(first / TilePath.FULL, width))) {
                counts.merge(LedgerEntry.parse(entry).type().name(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
