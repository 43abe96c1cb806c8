// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.verify;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.TileEdge;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.util.List;

/**
 * Checks a whole log with nothing but the log's verifier key: the checkpoint's signature, every
 * entry against its leaf hash, every tile against the entries below it, the root, and that the log
 * extends a checkpoint remembered from before.
 *
 * <p>Reads every file once, in order, and keeps only the tree's edge in memory.
 */
public final class LogVerifier {

    private final VerifierKey key;
    private final EntryForm form;

    /**
     * @param key under which the checkpoint must be signed
     * @param form what every entry must look like
     */
    public LogVerifier(VerifierKey key, EntryForm form) {
        this.key = key;
        this.form = form;
    }

    /**
     * Verifies a log.
     *
     * @param remembered a checkpoint of this log seen earlier, or null
     * @throws IOException when files cannot be read at all; a missing file is a problem, not an
     *     exception
     */
    public LogVerification verify(TileReader reader, @Nullable Checkpoint remembered)
            throws IOException {
        Checkpoint checkpoint = null;
        try {
            checkpoint = Checkpoint.open(reader.readCheckpoint(), key);
            verify(reader, checkpoint, remembered);
            return LogVerification.good(checkpoint);
        } catch (MalformedLogException e) {
            return LogVerification.bad(checkpoint, String.valueOf(e.getMessage()));
        }
    }

    private void verify(TileReader reader, Checkpoint checkpoint, @Nullable Checkpoint remembered)
            throws IOException {
        long size = checkpoint.size();
        if (remembered != null && remembered.size() > size) {
            throw new MalformedLogException(
                    "the log shrank from " + remembered.size() + " to " + size + " entries");
        }
        TileEdge edge = new TileEdge();
        requireExtends(edge, remembered);
        for (long first = 0; first < size; first += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, size - first);
            List<byte[]> entries =
                    reader.readEntries(TilePath.entries(first / TilePath.FULL, width));
            TilePath leafPath = TilePath.tile(0, first / TilePath.FULL, width);
            List<Hash> leaves = reader.readHashes(leafPath);
            for (int i = 0; i < width; i++) {
                Hash leaf = Hash.leaf(entries.get(i));
                if (!leaf.equals(leaves.get(i))) {
                    throw new MalformedLogException(
                            "entry "
                                    + (first + i)
                                    + " does not match its leaf hash in "
                                    + leafPath.path());
                }
                form.require(entries.get(i), first + i);
                edge.append(leaf, (path, hashes) -> requireTile(reader, path, hashes));
                requireExtends(edge, remembered);
            }
        }
        for (TilePath path : edge.unfinishedPaths()) {
            requireTile(reader, path, edge.unfinished(Integer.parseInt(path.folder())));
        }
        if (!edge.root().equals(checkpoint.root())) {
            throw new MalformedLogException(
                    "the entries do not lead to the signed root of size " + size);
        }
    }

    private static void requireTile(TileReader reader, TilePath path, List<Hash> expected)
            throws IOException {
        List<Hash> actual = reader.readHashes(path);
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                throw new MalformedLogException(
                        "hash " + i + " of " + path.path() + " does not match what is below it");
            }
        }
    }

    private static void requireExtends(TileEdge edge, @Nullable Checkpoint remembered)
            throws MalformedLogException {
        if (remembered != null
                && remembered.size() == edge.size()
                && !remembered.root().equals(edge.root())) {
            throw new MalformedLogException(
                    "the log was rewritten: its first "
                            + remembered.size()
                            + " entries do not lead to the remembered root");
        }
    }
}
