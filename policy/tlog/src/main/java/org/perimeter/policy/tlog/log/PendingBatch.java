// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last batch that was committed to the log, kept so that a crash between its commit and its
 * checkpoint is finished and never forgotten. It is also where the producers' marks live: entries
 * and marks become durable in one file, hence together.
 *
 * @param base size of the log before the batch
 * @param entries of the batch
 * @param marks the highest sequence number of every producer, after the batch
 */
record PendingBatch(long base, List<byte[]> entries, SortedMap<String, Long> marks) {

    private static final int VERSION = 1;

    PendingBatch {
        entries = List.copyOf(entries);
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    long end() {
        return base + entries.size();
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeLong(base);
            out.writeInt(entries.size());
            for (byte[] entry : entries) {
                out.writeInt(entry.length);
                out.write(entry);
            }
            out.writeInt(marks.size());
            for (Map.Entry<String, Long> mark : marks.entrySet()) {
                out.writeUTF(mark.getKey());
                out.writeLong(mark.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        byte[] body = bytes.toByteArray();
        byte[] sealed = Arrays.copyOf(body, body.length + Hash.LENGTH);
        Hash.leaf(body).copyTo(sealed, body.length);
        return sealed;
    }

    static PendingBatch decode(byte[] sealed) throws MalformedLogException {
        int length = sealed.length - Hash.LENGTH;
        if (length < 0
                || !Hash.leaf(Arrays.copyOf(sealed, length)).equals(Hash.at(sealed, length))) {
            throw new MalformedLogException("the writer's last batch is damaged");
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(sealed, 0, length))) {
            int version = in.readInt();
            if (version != VERSION) {
                throw new MalformedLogException("a batch of version " + version);
            }
            long base = in.readLong();
            List<byte[]> entries = new ArrayList<>();
            for (int rest = in.readInt(); rest > 0; rest--) {
                entries.add(in.readNBytes(in.readInt()));
            }
            SortedMap<String, Long> marks = new TreeMap<>();
            for (int rest = in.readInt(); rest > 0; rest--) {
                marks.put(in.readUTF(), in.readLong());
            }
            return new PendingBatch(base, entries, marks);
        } catch (MalformedLogException e) {
            throw e;
        } catch (IOException e) {
            throw new MalformedLogException("the writer's last batch is damaged");
        }
    }
}
