// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.ledger.LedgerEntry;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.ledger.PayloadStore;
import org.perimeter.policy.ledger.SaltedPayload;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.policy.tlog.verify.LogVerifier;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Verifies the published ledger with its public key alone, then reads it together with the sealed
 * payloads of its entries. A payload counts only when it is what its entry commits to.
 */
public final class LedgerAudit {

    private final TileReader tiles;
    private final LogVerifier verifier;
    private final VerifierKey key;
    private final PayloadStore payloads;

    /**
     * @param tiles the published files
     * @param key public key of the ledger
     * @param payloads what the entries commit to
     */
    public LedgerAudit(TileReader tiles, VerifierKey key, PayloadStore payloads) {
        this.tiles = tiles;
        this.verifier = LedgerVerifier.of(key);
        this.key = key;
        this.payloads = payloads;
    }

    /** Takes one entry in. */
    interface Reader {

        /**
         * Takes it in.
         *
         * @param payload canonical JSON; empty when it cannot be opened
         */
        void read(LedgerEntry entry, String payload);
    }

    /** Verifies all of it. */
    LogVerification verify() throws IOException {
        return verifier.verify(tiles, null);
    }

    /** Reads the first so many entries, in order. */
    void read(long size, Reader reader) throws IOException {
        for (long first = 0; first < size; first += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, size - first);
            long bundle = first / TilePath.FULL;
            List<byte[]> entries = tiles.readEntries(TilePath.entries(bundle, width));
            Map<Long, SaltedPayload> opened = payloads.findBundle(bundle);
            for (byte[] bytes : entries) {
                LedgerEntry entry = LedgerEntry.parse(bytes);
                SaltedPayload payload = opened.get(entry.seq());
                boolean committed =
                        payload != null && payload.commitment().equals(entry.objCommit());
                reader.read(entry, committed && payload != null ? payload.payload() : "");
            }
        }
    }

    /** The signed checkpoint, word for word; empty when there is none that can be read. */
    String checkpoint() throws IOException {
        try {
            return tiles.readCheckpoint().format();
        } catch (MalformedLogException e) {
            return "";
        }
    }

    /** The ledger's public key. */
    public VerifierKey key() {
        return key;
    }

    /** The ledger's public key in its text form. */
    String verifierKey() {
        return key.text();
    }
}
