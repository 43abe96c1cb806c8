// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.tile.TileHashes;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.MerkleTree;
import org.perimeter.policy.tlog.verify.LogVerifier;

import java.io.IOException;

/**
 * Reads a published log: its head, single entries and their receipts. Trusts the files; {@link
 * LogVerifier} checks them.
 */
public final class LedgerReader {

    private final TileReader tiles;

    public LedgerReader(TileReader tiles) {
        this.tiles = tiles;
    }

    /** The newest checkpoint, without checking its signature. */
    public Checkpoint head() throws IOException {
        return Checkpoint.parse(tiles.readCheckpoint().text());
    }

    /** The bytes of an entry, or null beyond the newest checkpoint. */
    public byte @Nullable [] findEntry(long index) throws IOException {
        long size = head().size();
        if (index < 0 || index >= size) {
            return null;
        }
        long bundle = index / TilePath.FULL;
        int width = (int) Math.min(TilePath.FULL, size - bundle * TilePath.FULL);
        return tiles.readEntries(TilePath.entries(bundle, width))
                .get((int) (index % TilePath.FULL));
    }

    /** The receipt of an entry under the newest checkpoint, or null beyond it. */
    public @Nullable Receipt findReceipt(long index) throws IOException {
        SignedNote note = tiles.readCheckpoint();
        long size = Checkpoint.parse(note.text()).size();
        if (index < 0 || index >= size) {
            return null;
        }
        return new Receipt(
                index, MerkleTree.inclusionProof(index, size, new TileHashes(tiles, size)), note);
    }
}
