// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.tile.TileEdge;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.util.Arrays;

/** Whether a journal and the files published beside it can be of one log; changes nothing. */
final class JournalCheck {

    private final TileReader reader;
    private final VerifierKey key;

    JournalCheck(TileReader reader, VerifierKey key) {
        this.reader = reader;
        this.key = key;
    }

    /**
     * Refuses a journal that does not lead through the published checkpoint: one of the two was
     * replaced then, since a checkpoint is published only after its batch is durable here.
     *
     * @param base the checkpoint that the journal begins with
     */
    void require(JournalContent content, Checkpoint base) throws IOException {
        Checkpoint seen = published(content, base);
        if (seen != null && seen.size() < base.size()) {
            throw new MalformedLogException(
                    "the checkpoint is of size "
                            + seen.size()
                            + " but the writer had reached "
                            + base.size());
        }
        TileEdge edge = TileEdge.load(reader, base.size());
        boolean met = base.equals(seen);
        for (JournalBatch batch : content.batches()) {
            if (batch.base() != edge.size()) {
                throw new MalformedLogException("a batch is missing in the writer's journal");
            }
            for (byte[] entry : batch.entries()) {
                edge.append(Hash.leaf(entry), (path, hashes) -> {});
            }
            met |= seen != null && seen.size() == edge.size() && seen.root().equals(edge.root());
        }
        if (seen != null && !met) {
            throw new MalformedLogException(
                    "the checkpoint of size "
                            + seen.size()
                            + " is not reached by the writer's journal, which ends at "
                            + edge.size());
        }
    }

    /** The published checkpoint; null when a crash took it before it was durable. */
    private @Nullable Checkpoint published(JournalContent content, Checkpoint base)
            throws IOException {
        byte[] bytes = reader.find(TileReader.CHECKPOINT);
        if (bytes == null) {
            if (base.size() > 0 || !content.batches().isEmpty()) {
                throw new MalformedLogException("the log has entries but no checkpoint");
            }
            return null;
        }
        // A file that was renamed but not yet forced comes back empty or as zeros.
        if (Arrays.equals(bytes, new byte[bytes.length])) {
            return null;
        }
        return Checkpoint.open(SignedNote.parse(bytes), key);
    }
}
