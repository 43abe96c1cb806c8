// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.SignedNote;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a journal begins with: everything up to here lies durably in the published files.
 *
 * @param checkpoint signed state of the log before the journal's first batch
 * @param marks the highest sequence number of every producer there
 */
record JournalHead(SignedNote checkpoint, SortedMap<String, Long> marks) {

    private static final int VERSION = 2;

    JournalHead {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    byte[] encode() {
        return JournalBatch.encoded(
                out -> {
                    byte[] note = Hash.utf8(checkpoint.format());
                    out.writeInt(VERSION);
                    out.writeInt(note.length);
                    out.write(note);
                    writeMarks(out, marks);
                });
    }

    static JournalHead decode(byte[] body) throws MalformedLogException {
        return JournalBatch.decoded(
                body,
                in -> {
                    int version = in.readInt();
                    if (version != VERSION) {
                        throw new MalformedLogException("a journal of version " + version);
                    }
                    SignedNote note = SignedNote.parse(in.readNBytes(in.readInt()));
                    return new JournalHead(note, readMarks(in));
                });
    }

    static void writeMarks(DataOutputStream out, SortedMap<String, Long> marks) throws IOException {
        out.writeInt(marks.size());
        for (Map.Entry<String, Long> mark : marks.entrySet()) {
            out.writeUTF(mark.getKey());
            out.writeLong(mark.getValue());
        }
    }

    static SortedMap<String, Long> readMarks(DataInputStream in) throws IOException {
        SortedMap<String, Long> marks = new TreeMap<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            marks.put(in.readUTF(), in.readLong());
        }
        return marks;
    }
}
