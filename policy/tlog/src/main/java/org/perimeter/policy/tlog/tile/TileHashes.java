// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tile;

import org.perimeter.policy.tlog.tree.Hash;
import org.perimeter.policy.tlog.tree.HashSource;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes subtree roots of a tree of fixed size from its tiles.
 *
 * <p>Meant for one proof: it keeps the tiles it has read, some dozens at most.
 */
public final class TileHashes implements HashSource {

    private final TileReader reader;
    private final long size;
    private final Map<TilePath, List<Hash>> tiles = new HashMap<>();

    /**
     * @param size of the tree that the checkpoint describes, in entries
     */
    public TileHashes(TileReader reader, long size) {
        this.reader = reader;
        this.size = size;
    }

    @Override
    public Hash hash(int level, long index) throws IOException {
        int tileLevel = level / TilePath.HEIGHT;
        int above = level % TilePath.HEIGHT;
        long first = index << above;
        int count = 1 << above;
        List<Hash> tile = tile(tileLevel, first / TilePath.FULL);
        int offset = (int) (first % TilePath.FULL);
        if (offset + count > tile.size()) {
            throw new IllegalArgumentException("subtree beyond a tree of " + size + " entries");
        }
        return complete(tile.subList(offset, offset + count));
    }

    /** The root over a power of two of hashes. */
    static Hash complete(List<Hash> hashes) {
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int middle = hashes.size() / 2;
        return Hash.node(
                complete(hashes.subList(0, middle)),
                complete(hashes.subList(middle, hashes.size())));
    }

    private List<Hash> tile(int level, long index) throws IOException {
        long hashes = size >> (TilePath.HEIGHT * level);
        long width = Math.min(TilePath.FULL, hashes - index * TilePath.FULL);
        if (width < 1) {
            throw new IllegalArgumentException("subtree beyond a tree of " + size + " entries");
        }
        TilePath path = TilePath.tile(level, index, (int) width);
        List<Hash> tile = tiles.get(path);
        if (tile == null) {
            tile = reader.readHashes(path);
            tiles.put(path, tile);
        }
        return tile;
    }
}
