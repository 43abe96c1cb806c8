// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.apache.flink.core.io.SimpleVersionedSerializer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes what the enumerator remembers as two counted lists. */
public final class PollingAssignmentSerializer
        implements SimpleVersionedSerializer<PollingAssignment> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(PollingAssignment assignment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(assignment.assigned().size());
        for (String id : assignment.assigned()) {
            PollingSplitSerializer.writeText(out, id);
        }
        out.writeInt(assignment.waiting().size());
        for (PollingSplit split : assignment.waiting()) {
            PollingSplitSerializer.writeText(out, split.splitId());
            PollingSplitSerializer.writeText(out, split.cursor());
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException when the version is not known
     */
    @Override
    public PollingAssignment deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("unknown version of a source assignment: " + version);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        List<String> assigned = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            assigned.add(PollingSplitSerializer.readText(in));
        }
        List<PollingSplit> waiting = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            waiting.add(
                    new PollingSplit(
                            PollingSplitSerializer.readText(in),
                            PollingSplitSerializer.readText(in)));
        }
        return new PollingAssignment(assigned, waiting);
    }
}
