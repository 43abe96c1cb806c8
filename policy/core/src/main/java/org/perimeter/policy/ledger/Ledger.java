// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.log.TileLog;
import org.perimeter.policy.tlog.tile.EntryBundle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The audit log of a deployment: turns drafts into entries with commitments and appends each draft
 * exactly once.
 *
 * <p>In its folder lie the published files (see {@link TileLog}), {@code writer} and {@code
 * payloads}. For one thread; after an {@link IOException} close it and open it again.
 */
public final class Ledger implements Closeable {

    private final TileLog log;
    private final LedgerKeys keys;
    private final EncryptedPayloads payloads;
    private final SecureRandom random;

    private Ledger(TileLog log, LedgerKeys keys, EncryptedPayloads payloads, SecureRandom random) {
        this.log = log;
        this.keys = keys;
        this.payloads = payloads;
        this.random = random;
    }

    /**
     * Opens the ledger in a folder, or begins one there, with payloads kept beside it.
     *
     * @throws MalformedLogException when the log is damaged, another's, or went back
     * @throws IOException also when another writer holds it
     */
    public static Ledger open(Path folder, LedgerKeys keys) throws IOException {
        EncryptedPayloads payloads = payloads(folder, keys);
        return new Ledger(
                TileLog.open(folder, keys.signer(), payloads), keys, payloads, new SecureRandom());
    }

    /** The payloads of the ledger in a folder, for whoever may open or must erase them. */
    public static EncryptedPayloads payloads(Path folder, LedgerKeys keys) {
        return new EncryptedPayloads(folder.resolve("payloads"), keys.payloadKey());
    }

    /**
     * Appends the drafts that the log does not have yet; when it returns they are durable and under
     * a published checkpoint. As {@link #commit} and then {@link #publish}.
     */
    public LedgerAppend append(List<LedgerDraft> drafts) throws IOException {
        LedgerAppend appended = commit(drafts);
        publish();
        return appended;
    }

    /**
     * Commits the drafts that the log does not have yet; when it returns they are durable.
     *
     * @param drafts of any producers, each producer's in order and without gap
     * @throws IllegalArgumentException when a producer's number is missing or an entry would be
     *     longer than 65,535 bytes; the log stays as it was
     */
    public LedgerAppend commit(List<LedgerDraft> drafts) throws IOException {
        long first = log.size();
        Map<String, Long> marks = new HashMap<>();
        List<LedgerDraft> added = new ArrayList<>();
        List<byte[]> entries = new ArrayList<>();
        List<SaltedPayload> salted = new ArrayList<>();
        for (LedgerDraft draft : drafts) {
            long mark = marks.getOrDefault(draft.producer(), log.mark(draft.producer()));
            if (draft.sequence() > mark + 1) {
                throw new IllegalArgumentException(
                        "draft " + draft.sequence() + " of a producer follows its draft " + mark);
            }
            if (draft.sequence() == mark + 1) {
                marks.put(draft.producer(), draft.sequence());
                SaltedPayload payload = SaltedPayload.of(draft.payload(), random);
                byte[] entry = entry(draft, first + entries.size(), payload).toJson();
                EntryBundle.requireFits(entry);
                added.add(draft);
                entries.add(entry);
                salted.add(payload);
            }
        }
        // In one record with the entries: an entry whose payload is lost could never be opened.
        log.commit(entries, List.of(payloads.seal(first, salted)), marks);
        return new LedgerAppend(first, added);
    }

    /** Publishes what was committed, under one checkpoint. */
    public void publish() throws IOException {
        log.publish();
    }

    /** Entries that are durable. */
    public long size() {
        return log.size();
    }

    /** The highest sequence number of the producer in the log; 0 before its first. */
    public long mark(String producer) {
        return log.mark(producer);
    }

    /** What the newest published checkpoint says. */
    public Checkpoint checkpoint() {
        return log.checkpoint();
    }

    /**
     * Publishes the checkpoint, even when nothing is new, to show that the writer is alive, and
     * leaves nothing to be made again after a crash.
     */
    public void settle() throws IOException {
        log.settle();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private LedgerEntry entry(LedgerDraft draft, long index, SaltedPayload payload) {
        return new LedgerEntry(
                LedgerEntry.VERSION,
                index,
                draft.at(),
                draft.type(),
                draft.ruleId(),
                draft.rulebookHash(),
                draft.outcome(),
                keys.actorRef(draft.actor()),
                payload.commitment());
    }
}
