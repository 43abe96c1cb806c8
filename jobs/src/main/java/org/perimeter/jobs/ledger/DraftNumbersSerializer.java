// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.apache.flink.core.io.SimpleVersionedSerializer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Checkpoints where the numbering stands. */
final class DraftNumbersSerializer implements SimpleVersionedSerializer<DraftNumbers> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(DraftNumbers numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(numbers.producer());
        out.writeLong(numbers.next());
        return bytes.toByteArray();
    }

    /**
     * @throws IOException when the version is not known
     */
    @Override
    public DraftNumbers deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("unknown version of a ledger numbering: " + version);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        return new DraftNumbers(in.readUTF(), in.readLong());
    }
}
