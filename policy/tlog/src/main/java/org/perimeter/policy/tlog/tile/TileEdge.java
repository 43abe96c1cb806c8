// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tile;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The growing right edge of the tree: the unfinished tile of every level and nothing else, so that
 * memory does not grow with the log.
 */
public final class TileEdge {

    /** Receives every tile that an appended leaf fills. */
    @FunctionalInterface
    public interface FullTiles {
        void filled(TilePath path, List<Hash> hashes) throws IOException;
    }

    private final List<List<Hash>> levels = new ArrayList<>();
    private long size;

    /** Reads the edge of a tree of {@code size} entries. */
    public static TileEdge load(TileReader reader, long size) throws IOException {
        TileEdge edge = new TileEdge();
        edge.size = size;
        for (int level = 0; hashesAt(level, size) > 0; level++) {
            long hashes = hashesAt(level, size);
            int width = (int) (hashes % TilePath.FULL);
            edge.levels.add(
                    width == 0
                            ? new ArrayList<>()
                            : new ArrayList<>(
                                    reader.readHashes(
                                            TilePath.tile(level, hashes / TilePath.FULL, width))));
        }
        return edge;
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf, FullTiles sink) throws IOException {
        size++;
        Hash hash = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<Hash> tile = levels.get(level);
            tile.add(hash);
            if (tile.size() < TilePath.FULL) {
                return;
            }
            long index = hashesAt(level, size) / TilePath.FULL - 1;
            sink.filled(TilePath.tile(level, index, TilePath.FULL), List.copyOf(tile));
            hash = TileHashes.complete(tile);
            tile.clear();
        }
    }

    /** The unfinished tile of a level; empty when the level ends with a full tile. */
    public List<Hash> unfinished(int level) {
        return level < levels.size() ? List.copyOf(levels.get(level)) : List.of();
    }

    /** Paths of all unfinished tiles, the lowest level first. */
    public List<TilePath> unfinishedPaths() {
        List<TilePath> paths = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            int width = levels.get(level).size();
            if (width > 0) {
                paths.add(TilePath.tile(level, hashesAt(level, size) / TilePath.FULL, width));
            }
        }
        return paths;
    }

    /** The root of the whole tree. */
    public Hash root() {
        @Nullable Hash root = null;
        // From the right: each set bit of a level's width is a complete subtree left of all before.
        for (List<Hash> tile : levels) {
            int end = tile.size();
            for (int count = 1; end > 0; count <<= 1) {
                if ((end & count) != 0) {
                    Hash subtree = TileHashes.complete(tile.subList(end - count, end));
                    root = root == null ? subtree : Hash.node(subtree, root);
                    end -= count;
                }
            }
        }
        return root == null ? Hash.emptyTree() : root;
    }

    public static long hashesAt(int level, long size) {
        int shift = TilePath.HEIGHT * level;
        return shift >= Long.SIZE ? 0 : size >> shift;
    }
}
