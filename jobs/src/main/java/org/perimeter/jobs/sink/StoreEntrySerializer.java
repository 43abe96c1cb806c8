// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Checkpoints what the sink has not handed over yet; refuses a version that it does not know. The
 * first version held records only, without saying so.
 */
final class StoreEntrySerializer extends AsyncSinkWriterStateSerializer<StoreEntry> {

    private static final int RECORDS_ONLY = 1;
    private static final int VERSION = 2;

    private final int reads;

    StoreEntrySerializer() {
        this(VERSION);
    }

    private StoreEntrySerializer(int reads) {
        this.reads = reads;
    }

    @Override
    public int getVersion() {
        return VERSION;
    }

    /**
     * @throws IOException when the version is not known
     */
    @Override
    public BufferedRequestState<StoreEntry> deserialize(int version, byte[] serialized)
            throws IOException {
        if (version != reads && version == RECORDS_ONLY) {
            return new StoreEntrySerializer(RECORDS_ONLY).deserialize(version, serialized);
        }
        if (version != reads) {
            throw new IOException("unknown version of a sink's buffer: " + version);
        }
        return super.deserialize(version, serialized);
    }

    @Override
    protected void serializeRequestToStream(StoreEntry entry, DataOutputStream out)
            throws IOException {
        out.writeUTF(entry.kind().name());
        out.writeInt(entry.bytes().length);
        out.write(entry.bytes());
    }

    @Override
    protected StoreEntry deserializeRequestFromStream(long size, DataInputStream in)
            throws IOException {
        StoreEntry.Kind kind =
                reads == RECORDS_ONLY
                        ? StoreEntry.Kind.RECORD
                        : StoreEntry.Kind.valueOf(in.readUTF());
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new StoreEntry(kind, bytes);
    }
}
