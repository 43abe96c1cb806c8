// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tile.EntryBundle;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The only writer of a log folder: commits batches durably and publishes them under a signed
 * checkpoint.
 *
 * <p>A batch is committed when it is durable in {@code writer/journal}, one append and one fsync.
 * Publishing makes entry bundles, tiles and checkpoint of all that was committed, for readers, and
 * leaves their durability to the operating system; {@link #settle} makes them durable together and
 * begins the journal anew. Opening the log makes them again from the journal, so that a crash
 * neither loses nor doubles entries and no two checkpoints disagree. Only the tree's right edge
 * stays in memory.
 *
 * <p>For one thread. After an {@link IOException} the state on disk is unknown: close it and open
 * it again.
 */
public final class TileLog implements Closeable {

    private static final String LOCK = "writer/lock";
    private static final String JOURNAL = "writer/journal";

    /** More than this is not left to be made again after a crash. */
    private static final long LONGEST_JOURNAL = 8L << 20;

    private final DurableFiles files;
    private final WriterLock lock;
    private final PublishedFiles published;
    private final Companion companion;
    private final SortedMap<String, Long> marks;
    private final List<JournalBatch> unpublished = new ArrayList<>();
    private Journal journal;
    private long size;
    private boolean usable = true;

    private TileLog(
            DurableFiles files,
            WriterLock lock,
            PublishedFiles published,
            Companion companion,
            SortedMap<String, Long> marks,
            Journal journal) {
        this.files = files;
        this.lock = lock;
        this.published = published;
        this.companion = companion;
        this.marks = new TreeMap<>(marks);
        this.journal = journal;
        this.size = published.size();
    }

    /** Opens a log that has nothing beside it; as the other otherwise. */
    public static TileLog open(Path folder, NoteSigner signer) throws IOException {
        return open(folder, signer, Companion.NONE);
    }

    /**
     * Opens the log in a folder, or begins one in an empty folder.
     *
     * @param folder created when missing
     * @param signer its name is the log's origin
     * @param companion keeps what is handed in with the batches
     * @throws MalformedLogException when the folder contradicts itself, belongs to another key, or
     *     went back to an earlier size; nothing is changed then
     * @throws IOException also when another writer holds it
     */
    public static TileLog open(Path folder, NoteSigner signer, Companion companion)
            throws IOException {
        DurableFiles files = new DurableFiles(folder);
        files.createFolders(folder.resolve("writer").toAbsolutePath());
        WriterLock lock = WriterLock.acquire(folder.resolve(LOCK));
        try {
            return open(folder, files, signer, lock, companion);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static TileLog open(
            Path folder,
            DurableFiles files,
            NoteSigner signer,
            WriterLock lock,
            Companion companion)
            throws IOException {
        TileReader reader = new DirectoryTiles(folder);
        if (reader.find(JOURNAL) == null) {
            begin(folder, files, signer);
        }
        JournalContent content = JournalContent.read(Files.readAllBytes(folder.resolve(JOURNAL)));
        Checkpoint base = Checkpoint.open(content.head().checkpoint(), signer.verifierKey());
        LogEdge edge = LogEdge.load(reader, base);
        new JournalCheck(reader, signer.verifierKey()).require(content, base);
        TileLog log =
                new TileLog(
                        files,
                        lock,
                        new PublishedFiles(folder, files, signer, edge),
                        companion,
                        content.head().marks(),
                        Journal.goOn(folder.resolve(JOURNAL)));
        log.redo(content);
        return log;
    }

    private static void begin(Path folder, DurableFiles files, NoteSigner signer)
            throws IOException {
        if (Files.exists(folder.resolve(TileReader.CHECKPOINT))
                || Files.exists(folder.resolve("tile"))) {
            throw new MalformedLogException("the log has entries but no journal");
        }
        Checkpoint empty = new Checkpoint(signer.verifierKey().name(), 0, Hash.emptyTree());
        JournalHead head = new JournalHead(signer.sign(empty.text()), new TreeMap<>());
        Journal.begin(files, JOURNAL, head).close();
        files.sync();
    }

    /** Entries that are durable; readers have them after {@link #publish}. */
    public long size() {
        return size;
    }

    /** What the newest published checkpoint says. */
    public Checkpoint checkpoint() {
        return published.checkpoint();
    }

    /** The highest sequence number of the producer that is in the log; 0 before its first. */
    public long mark(String producer) {
        return marks.getOrDefault(producer, 0L);
    }

    /** Commits and publishes entries that nothing is kept beside. */
    public void append(List<byte[]> entries, Map<String, Long> newMarks) throws IOException {
        commit(entries, List.of(), newMarks);
        publish();
    }

    /**
     * Commits entries; when it returns they are durable.
     *
     * @param entries each at most 65,535 bytes; may be empty
     * @param attachments for the companion
     * @param newMarks for each producer that has entries in the batch, its highest sequence number
     * @throws IllegalArgumentException when an entry is too long or a mark does not rise; the log
     *     stays as it was
     */
    public void commit(List<byte[]> entries, List<byte[]> attachments, Map<String, Long> newMarks)
            throws IOException {
        requireUsable();
        entries.forEach(EntryBundle::requireFits);
        for (Map.Entry<String, Long> mark : newMarks.entrySet()) {
            if (mark.getValue() <= mark(mark.getKey())) {
                throw new IllegalArgumentException("the mark of a producer does not rise");
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        if (journal.length() > LONGEST_JOURNAL) {
            settle();
        }
        JournalBatch batch = new JournalBatch(size, entries, attachments, new TreeMap<>(newMarks));
        usable = false;
        journal.append(batch);
        committed(batch);
        usable = true;
    }

    /** Publishes what was committed. */
    public void publish() throws IOException {
        requireUsable();
        if (!unpublished.isEmpty()) {
            usable = false;
            publishAll();
            usable = true;
        }
    }

    /**
     * Publishes the checkpoint, even when nothing is new, makes all published files and the
     * companion durable and begins the journal anew. Worth doing every minute or so: it costs
     * several fsyncs.
     */
    public void settle() throws IOException {
        requireUsable();
        usable = false;
        publishAll();
        if (journal.isEmpty()) {
            published.sync();
        } else {
            beginJournal();
        }
        usable = true;
    }

    /** Settles, unless a write failed, and lets the folder go. */
    @Override
    public void close() throws IOException {
        try (lock) {
            try {
                if (usable && !journal.isEmpty()) {
                    publishAll();
                    beginJournal();
                }
            } finally {
                usable = false;
                journal.close();
            }
        }
    }

    private void requireUsable() throws IOException {
        if (!usable) {
            throw new IOException("the ledger must be reopened after a failed write");
        }
    }

    /** Makes again what a crash may have taken. */
    private void redo(JournalContent content) throws IOException {
        boolean done = false;
        try {
            content.batches().forEach(this::committed);
            publishAll();
            if (content.torn() || !content.batches().isEmpty()) {
                beginJournal();
            } else {
                published.sync();
            }
            done = true;
        } finally {
            if (!done) {
                journal.close();
            }
        }
    }

    private void committed(JournalBatch batch) {
        unpublished.add(batch);
        marks.putAll(batch.marks());
        size = batch.base() + batch.entries().size();
    }

    private void publishAll() throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (JournalBatch batch : unpublished) {
            for (byte[] attachment : batch.attachments()) {
                companion.keep(attachment);
            }
            entries.addAll(batch.entries());
        }
        published.append(entries);
        unpublished.clear();
    }

    private void beginJournal() throws IOException {
        companion.sync();
        published.sync();
        Journal before = journal;
        journal =
                Journal.begin(files, JOURNAL, new JournalHead(published.signedCheckpoint(), marks));
        before.close();
        published.dropPartials();
    }
}
