// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.perimeter.connectors.spi.store.StoresFactory;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Writes records through one port of the store, at least once and in order; document ids and
 * versions make that effectively once.
 *
 * <p>One request is under way at a time: two at once could let an erasure overtake the post that it
 * erases.
 */
public final class StoreSink<T> extends AsyncSinkBase<T, StoreEntry> {

    private static final long serialVersionUID = 1L;

    private static final int BATCH = 500;
    private static final int BUFFERED = 5_000;
    private static final long BATCH_BYTES = 5L << 20;

    /** What is larger becomes a dead letter; the door lets nothing in that gets near it. */
    private static final long RECORD_BYTES = 1L << 20;

    private static final long BUFFER_MILLIS = 100;

    private final StorePort<T> port;
    private final StoresFactory stores;
    private final Clock clock;

    /**
     * @param clock the wall clock; must be serialisable
     */
    public StoreSink(StorePort<T> port, StoresFactory stores, Clock clock) {
        super(
                new StoreEntryConverter<>(port, RECORD_BYTES, clock),
                BATCH,
                1,
                BUFFERED,
                BATCH_BYTES,
                BUFFER_MILLIS,
                RECORD_BYTES);
        this.port = port;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<StoreEntry>> createWriter(
            WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<StoreEntry>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<StoreEntry>> state) {
        AsyncSinkWriterConfiguration configuration =
                AsyncSinkWriterConfiguration.builder()
                        .setMaxBatchSize(getMaxBatchSize())
                        .setMaxBatchSizeInBytes(getMaxBatchSizeInBytes())
                        .setMaxInFlightRequests(getMaxInFlightRequests())
                        .setMaxBufferedRequests(getMaxBufferedRequests())
                        .setMaxTimeInBufferMS(getMaxTimeInBufferMS())
                        .setMaxRecordSizeInBytes(getMaxRecordSizeInBytes())
                        .setRateLimitingStrategy(new OneAtATime(getMaxBatchSize()))
                        .build();
        return new StoreSinkWriter<>(
                getElementConverter(), context, configuration, state, port, stores.open(), clock);
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<StoreEntry>> getWriterStateSerializer() {
        return new StoreEntrySerializer();
    }
}
