// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns a record into bytes and back, by Flink's own record serializer. Used by one thread. */
final class RecordCodec<T> {

    private static final int FIRST_SIZE = 1024;

    private final TypeSerializer<T> serializer;
    private final DataOutputSerializer out = new DataOutputSerializer(FIRST_SIZE);

    RecordCodec(Class<T> type) {
        this.serializer = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    }

    byte[] encode(T record) {
        try {
            out.clear();
            serializer.serialize(record, out);
            return out.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException("a record cannot be written into the buffer", e);
        }
    }

    T decode(byte[] bytes) {
        try {
            return serializer.deserialize(new DataInputDeserializer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("a record cannot be read from the buffer", e);
        }
    }
}
