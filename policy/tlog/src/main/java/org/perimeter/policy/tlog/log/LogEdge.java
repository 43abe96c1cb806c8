// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.tile.EntryBundle;
import org.perimeter.policy.tlog.tile.TileEdge;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The right edge of a log, tiles and entry bundle, and the files that new entries make of it. */
final class LogEdge {

    /**
     * What to write for a batch.
     *
     * @param bundles entry bundles, full ones and the unfinished last
     * @param tiles hash tiles, full ones and the unfinished last of each level that changed
     */
    record NewFiles(Map<TilePath, byte[]> bundles, Map<TilePath, byte[]> tiles) {}

    private final TileEdge tiles;
    private final List<byte[]> bundle;

    private LogEdge(TileEdge tiles, List<byte[]> bundle) {
        this.tiles = tiles;
        this.bundle = bundle;
    }

    /**
     * Reads the edge of a log back.
     *
     * @throws MalformedLogException when it does not lead to the checkpoint's root
     */
    static LogEdge load(TileReader reader, Checkpoint checkpoint) throws IOException {
        TileEdge tiles = TileEdge.load(reader, checkpoint.size());
        if (!tiles.root().equals(checkpoint.root())) {
            throw new MalformedLogException(
                    "the tiles do not lead to the checkpoint of size " + checkpoint.size());
        }
        List<byte[]> bundle = new ArrayList<>();
        List<Hash> leaves = tiles.unfinished(0);
        if (!leaves.isEmpty()) {
            TilePath path = TilePath.entries(checkpoint.size() / TilePath.FULL, leaves.size());
            bundle.addAll(reader.readEntries(path));
            for (int i = 0; i < leaves.size(); i++) {
                if (!Hash.leaf(bundle.get(i)).equals(leaves.get(i))) {
                    throw new MalformedLogException(
                            "entry " + i + " of " + path.path() + " does not match its leaf hash");
                }
            }
        }
        return new LogEdge(tiles, bundle);
    }

    long size() {
        return tiles.size();
    }

    Hash root() {
        return tiles.root();
    }

    /** Files of the unfinished edge. */
    List<TilePath> paths() {
        List<TilePath> paths = new ArrayList<>(tiles.unfinishedPaths());
        if (!bundle.isEmpty()) {
            paths.add(TilePath.entries(size() / TilePath.FULL, bundle.size()));
        }
        return paths;
    }

    NewFiles append(List<byte[]> entries) throws IOException {
        NewFiles files = new NewFiles(new LinkedHashMap<>(), new LinkedHashMap<>());
        long before = size();
        for (byte[] entry : entries) {
            bundle.add(entry);
            if (bundle.size() == TilePath.FULL) {
                TilePath path = TilePath.entries(size() / TilePath.FULL, TilePath.FULL);
                files.bundles().put(path, EntryBundle.encode(bundle));
                bundle.clear();
            }
            tiles.append(
                    Hash.leaf(entry),
                    (path, hashes) -> files.tiles().put(path, concatenated(hashes)));
        }
        if (!bundle.isEmpty()) {
            TilePath path = TilePath.entries(size() / TilePath.FULL, bundle.size());
            files.bundles().put(path, EntryBundle.encode(bundle));
        }
        for (TilePath path : tiles.unfinishedPaths()) {
            int level = Integer.parseInt(path.folder());
            if (TileEdge.hashesAt(level, before) != TileEdge.hashesAt(level, size())) {
                files.tiles().put(path, concatenated(tiles.unfinished(level)));
            }
        }
        return files;
    }

    private static byte[] concatenated(List<Hash> hashes) {
        byte[] tile = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(tile, i * Hash.LENGTH);
        }
        return tile;
    }
}
