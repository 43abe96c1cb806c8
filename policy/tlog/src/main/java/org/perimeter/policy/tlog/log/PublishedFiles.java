// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The writer's side of what everybody may read: bundles, tiles, and the checkpoint last. */
final class PublishedFiles {

    private final Path folder;
    private final DurableFiles files;
    private final NoteSigner signer;
    private final LogEdge edge;
    private final Set<TilePath> full = new LinkedHashSet<>();

    PublishedFiles(Path folder, DurableFiles files, NoteSigner signer, LogEdge edge) {
        this.folder = folder;
        this.files = files;
        this.signer = signer;
        this.edge = edge;
    }

    long size() {
        return edge.size();
    }

    /** The state of the log, published or about to be. */
    Checkpoint checkpoint() {
        return new Checkpoint(signer.verifierKey().name(), edge.size(), edge.root());
    }

    SignedNote signedCheckpoint() {
        return signer.sign(checkpoint().text());
    }

    /** Publishes more entries; readers have them when this returns, the disk perhaps not. */
    void append(List<byte[]> entries) throws IOException {
        LogEdge.NewFiles made = edge.append(entries);
        write(made.bundles());
        write(made.tiles());
        writeCheckpoint();
    }

    void writeCheckpoint() throws IOException {
        files.write(TileReader.CHECKPOINT, Hash.utf8(signedCheckpoint().format()));
    }

    /** Makes all that was published durable. */
    void sync() throws IOException {
        for (TilePath path : full) {
            files.force(path.path());
        }
        for (TilePath path : edge.paths()) {
            files.force(path.path());
        }
        files.force(TileReader.CHECKPOINT);
        files.sync();
    }

    /**
     * Deletes the partial tiles that full ones replace, since readers fall back to these. Only
     * after the journal has begun anew: what it begins with is read from partial tiles.
     */
    void dropPartials() throws IOException {
        for (TilePath path : full) {
            Path partials = folder.resolve(path.path() + ".p");
            if (Files.isDirectory(partials)) {
                try (Stream<Path> list = Files.list(partials)) {
                    for (Path partial : list.toList()) {
                        Files.deleteIfExists(partial);
                    }
                }
                Files.delete(partials);
            }
        }
        full.clear();
    }

    private void write(Map<TilePath, byte[]> made) throws IOException {
        for (Map.Entry<TilePath, byte[]> file : made.entrySet()) {
            files.write(file.getKey().path(), file.getValue());
            if (file.getKey().width() == TilePath.FULL) {
                full.add(file.getKey());
            }
        }
    }
}
