// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.perimeter.policy.tlog.encoding.MalformedLogException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One batch in the journal. Entries, what is kept beside them and the producers' marks become
 * durable in one record, hence together.
 *
 * @param base size of the log before the batch
 * @param entries of the batch
 * @param attachments for the log's {@link Companion}
 * @param marks of the producers that have entries in the batch
 */
record JournalBatch(
        long base, List<byte[]> entries, List<byte[]> attachments, SortedMap<String, Long> marks) {

    /** Writes a body. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a body. */
    @FunctionalInterface
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    JournalBatch {
        entries = List.copyOf(entries);
        attachments = List.copyOf(attachments);
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    byte[] encode() {
        return encoded(
                out -> {
                    out.writeLong(base);
                    writeAll(out, entries);
                    writeAll(out, attachments);
                    JournalHead.writeMarks(out, marks);
                });
    }

    static JournalBatch decode(byte[] body) throws MalformedLogException {
        return decoded(
                body,
                in -> {
                    long base = in.readLong();
                    List<byte[]> entries = readAll(in);
                    List<byte[]> attachments = readAll(in);
                    return new JournalBatch(base, entries, attachments, JournalHead.readMarks(in));
                });
    }

    private static void writeAll(DataOutputStream out, List<byte[]> all) throws IOException {
        out.writeInt(all.size());
        for (byte[] one : all) {
            out.writeInt(one.length);
            out.write(one);
        }
    }

    private static List<byte[]> readAll(DataInputStream in) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            all.add(in.readNBytes(in.readInt()));
        }
        return all;
    }

    static byte[] encoded(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    static <T> T decoded(byte[] body, Reading<T> reading) throws MalformedLogException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            return reading.from(in);
        } catch (MalformedLogException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedLogException("the journal holds something else than batches");
        }
    }
}
