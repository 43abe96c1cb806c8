// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tile;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the published files of a log, from a folder, a web address or a USB stick. */
@FunctionalInterface
public interface TileReader {

    /** Where the newest checkpoint lies. */
    String CHECKPOINT = "checkpoint";

    /**
     * The bytes of one published file, or null when there is none.
     *
     * @param path below the log's root, without leading slash
     * @throws IOException when it cannot be known whether there is one
     */
    byte @Nullable [] find(String path) throws IOException;

    /** The signed checkpoint as it stands in the file. */
    default SignedNote readCheckpoint() throws IOException {
        byte[] note = find(CHECKPOINT);
        if (note == null) {
            throw new MalformedLogException("there is no checkpoint");
        }
        return SignedNote.parse(note);
    }

    /**
     * The hashes of a tile. When a partial tile is gone because the log has grown, the full tile
     * stands in.
     *
     * @throws MalformedLogException when both are missing or of the wrong length
     */
    default List<Hash> readHashes(TilePath tile) throws IOException {
        byte[] bytes = find(tile.path());
        TilePath found = tile;
        if (bytes == null) {
            found = tile.full();
            bytes = find(found.path());
        }
        if (bytes == null) {
            throw new MalformedLogException(tile.path() + " is missing");
        }
        if (bytes.length != found.width() * Hash.LENGTH) {
            throw new MalformedLogException(
                    found.path()
                            + " has "
                            + bytes.length
                            + " bytes, not "
                            + found.width()
                            + " × 32");
        }
        List<Hash> hashes = new ArrayList<>(tile.width());
        for (int i = 0; i < tile.width(); i++) {
            hashes.add(Hash.at(bytes, i * Hash.LENGTH));
        }
        return hashes;
    }

    /** The entries of a bundle, with the same stand-in as {@link #readHashes}. */
    default List<byte[]> readEntries(TilePath bundle) throws IOException {
        byte[] bytes = find(bundle.path());
        TilePath found = bundle;
        if (bytes == null) {
            found = bundle.full();
            bytes = find(found.path());
        }
        if (bytes == null) {
            throw new MalformedLogException(bundle.path() + " is missing");
        }
        return EntryBundle.decode(bytes, found).subList(0, bundle.width());
    }
}
