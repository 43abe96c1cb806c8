// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tile.EntryBundle;
import org.perimeter.policy.tlog.tile.TilePath;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The only writer of a log folder: appends batches durably and publishes a signed checkpoint after
 * each.
 *
 * <p>A batch is committed when its file {@code writer/batch} is durable; entry bundles, tiles and
 * checkpoint follow in this order, each with fsync. Opening the log finishes a batch that a crash
 * cut short, so that entries are neither lost nor doubled and no two checkpoints disagree. Only the
 * tree's right edge stays in memory.
 *
 * <p>For one thread. After an {@link IOException} the state on disk is unknown: close it and open
 * it again.
 */
public final class TileLog implements Closeable {

    private static final String LOCK = "writer/lock";
    private static final String BATCH = "writer/batch";

    private final Path folder;
    private final DurableFiles files;
    private final NoteSigner signer;
    private final WriterLock lock;
    private final LogEdge edge;
    private final SortedMap<String, Long> marks = new TreeMap<>();
    private boolean usable = true;

    private TileLog(
            Path folder, DurableFiles files, NoteSigner signer, WriterLock lock, LogEdge edge) {
        this.folder = folder;
        this.files = files;
        this.signer = signer;
        this.lock = lock;
        this.edge = edge;
    }

    /**
     * Opens the log in a folder, or begins one in an empty folder.
     *
     * @param folder created when missing
     * @param signer its name is the log's origin
     * @throws MalformedLogException when the folder contradicts itself, belongs to another key, or
     *     went back to an earlier size; nothing is changed then
     * @throws IOException also when another writer holds it
     */
    public static TileLog open(Path folder, NoteSigner signer) throws IOException {
        DurableFiles files = new DurableFiles(folder);
        files.createFolders(folder.resolve("writer").toAbsolutePath());
        WriterLock lock = WriterLock.acquire(folder.resolve(LOCK));
        try {
            return open(folder, files, signer, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static TileLog open(Path folder, DurableFiles files, NoteSigner signer, WriterLock lock)
            throws IOException {
        TileReader reader = new DirectoryTiles(folder);
        byte[] batch = reader.find(BATCH);
        if (reader.find(TileReader.CHECKPOINT) == null) {
            if (batch != null || Files.exists(folder.resolve("tile"))) {
                throw new MalformedLogException("the log has entries but no checkpoint");
            }
            Checkpoint empty = new Checkpoint(signer.verifierKey().name(), 0, Hash.emptyTree());
            publish(files, signer.sign(empty.text()));
        }
        Checkpoint checkpoint = Checkpoint.open(reader.readCheckpoint(), signer.verifierKey());
        TileLog log = new TileLog(folder, files, signer, lock, LogEdge.load(reader, checkpoint));
        if (batch != null) {
            log.recover(PendingBatch.decode(batch));
        } else if (checkpoint.size() > 0) {
            throw new MalformedLogException("the log has entries but no last batch");
        }
        return log;
    }

    /** Entries in the log. */
    public long size() {
        return edge.size();
    }

    /** The highest sequence number of the producer that is in the log; 0 before its first. */
    public long mark(String producer) {
        return marks.getOrDefault(producer, 0L);
    }

    /** A view of the published files. */
    public TileReader reader() {
        return new DirectoryTiles(folder);
    }

    /**
     * Appends entries; when it returns they are durable and under the published checkpoint.
     *
     * @param entries each at most 65,535 bytes; may be empty
     * @param newMarks for each producer that has entries in the batch, its highest sequence number
     * @throws IllegalArgumentException when an entry is too long or a mark does not rise; the log
     *     stays as it was
     */
    public void append(List<byte[]> entries, Map<String, Long> newMarks) throws IOException {
        if (!usable) {
            throw new IOException("the ledger must be reopened after a failed write");
        }
        entries.forEach(EntryBundle::requireFits);
        SortedMap<String, Long> after = new TreeMap<>(marks);
        for (Map.Entry<String, Long> mark : newMarks.entrySet()) {
            if (mark.getValue() <= mark(mark.getKey())) {
                throw new IllegalArgumentException("the mark of a producer does not rise");
            }
            after.put(mark.getKey(), mark.getValue());
        }
        if (entries.isEmpty()) {
            return;
        }
        usable = false;
        PendingBatch batch = new PendingBatch(size(), entries, after);
        files.write(BATCH, batch.encode());
        files.sync();
        finish(batch);
        usable = true;
    }

    /** Publishes the checkpoint anew, so that its file shows that the writer is alive. */
    public void republish() throws IOException {
        if (!usable) {
            throw new IOException("the ledger must be reopened after a failed write");
        }
        publish(files, signer.sign(checkpoint().text()));
    }

    @Override
    public void close() throws IOException {
        usable = false;
        lock.close();
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(signer.verifierKey().name(), edge.size(), edge.root());
    }

    private void recover(PendingBatch batch) throws IOException {
        if (batch.base() == size()) {
            finish(batch);
        } else if (batch.end() == size()) {
            marks.putAll(batch.marks());
        } else {
            throw new MalformedLogException(
                    "the checkpoint is of size "
                            + size()
                            + " but the writer had reached "
                            + batch.end());
        }
    }

    private void finish(PendingBatch batch) throws IOException {
        LogEdge.NewFiles made = edge.append(batch.entries());
        write(made.bundles());
        write(made.tiles());
        publish(files, signer.sign(checkpoint().text()));
        marks.putAll(batch.marks());
        dropPartials(made.bundles().keySet());
        dropPartials(made.tiles().keySet());
    }

    private void write(Map<TilePath, byte[]> made) throws IOException {
        for (Map.Entry<TilePath, byte[]> file : made.entrySet()) {
            files.write(file.getKey().path(), file.getValue());
        }
        files.sync();
    }

    private static void publish(DurableFiles files, SignedNote checkpoint) throws IOException {
        files.write(TileReader.CHECKPOINT, Hash.utf8(checkpoint.format()));
        files.sync();
    }

    /** Partial tiles may go when their full tile is there; readers fall back to it. */
    private void dropPartials(Collection<TilePath> made) throws IOException {
        for (TilePath path : made) {
            Path partials = folder.resolve(path.path() + ".p");
            if (path.width() == TilePath.FULL && Files.isDirectory(partials)) {
                try (Stream<Path> list = Files.list(partials)) {
                    for (Path partial : list.toList()) {
                        Files.deleteIfExists(partial);
                    }
                }
                Files.delete(partials);
            }
        }
    }
}
