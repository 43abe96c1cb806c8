// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.tree.Hash;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A journal as it was found on the disk: records of length (4 bytes), body and the body's hash.
 *
 * @param head the first record
 * @param batches the whole records after it
 * @param torn whether the file ends in the middle of a record, as after a crash
 */
record JournalContent(JournalHead head, List<JournalBatch> batches, boolean torn) {

    static byte[] frame(byte[] body) {
        byte[] frame =
                ByteBuffer.allocate(Integer.BYTES + body.length + Hash.LENGTH)
                        .putInt(body.length)
                        .put(body)
                        .array();
        Hash.leaf(body).copyTo(frame, Integer.BYTES + body.length);
        return frame;
    }

    /**
     * Reads a journal. A last record that a crash cut short was never acknowledged and is left out.
     *
     * @throws MalformedLogException when its head is damaged, or a record that others follow
     */
    static JournalContent read(byte[] file) throws MalformedLogException {
        List<JournalBatch> batches = new ArrayList<>();
        byte[] head = body(file, 0);
        if (head == null) {
            throw new MalformedLogException("the head of the writer's journal is damaged");
        }
        int position = frameLength(head);
        byte[] next = body(file, position);
        while (next != null) {
            batches.add(JournalBatch.decode(next));
            position += frameLength(next);
            next = body(file, position);
        }
        // Each record is on the disk before the next is written: only the last can be torn.
        for (int later = position + 1; later < file.length; later++) {
            if (body(file, later) != null) {
                throw new MalformedLogException(
                        "the writer's journal is damaged before its last record");
            }
        }
        return new JournalContent(
                JournalHead.decode(head), List.copyOf(batches), position < file.length);
    }

    /** The body of a whole record at a position, or null when there is none. */
    private static byte @Nullable [] body(byte[] file, int position) {
        int rest = file.length - position - Integer.BYTES - Hash.LENGTH;
        if (rest < 1) {
            return null;
        }
        int length = ByteBuffer.wrap(file).getInt(position);
        if (length < 1 || length > rest) {
            return null;
        }
        int from = position + Integer.BYTES;
        byte[] body = Arrays.copyOfRange(file, from, from + length);
        return Hash.leaf(body).equals(Hash.at(file, from + length)) ? body : null;
    }

    private static int frameLength(byte[] body) {
        return Integer.BYTES + body.length + Hash.LENGTH;
    }
}
