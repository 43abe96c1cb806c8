// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.jspecify.annotations.Nullable;

/** Encodes records as they enter the sink's buffer. */
final class StoreEntryConverter<T> implements ElementConverter<T, StoreEntry> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private transient @Nullable RecordCodec<T> codec;

    StoreEntryConverter(Class<T> type) {
        this.type = type;
    }

    @Override
    public StoreEntry apply(T record, SinkWriter.Context context) {
        if (codec == null) {
            codec = new RecordCodec<>(type);
        }
        return codec.encode(record);
    }
}
