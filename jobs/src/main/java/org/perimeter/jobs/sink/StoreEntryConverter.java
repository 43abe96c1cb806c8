// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;

/**
 * Encodes records as they enter the sink's buffer. A record that is larger than the buffer takes
 * would fail the job, again and again on the same cursor; its dead letter goes the same way
 * instead.
 */
final class StoreEntryConverter<T> implements ElementConverter<T, StoreEntry> {

    private static final long serialVersionUID = 2L;
    private static final Logger LOGGER = LoggerFactory.getLogger(StoreEntryConverter.class);

    private final StorePort<T> port;
    private final long limit;
    private final Clock clock;
    private transient @Nullable RecordCodec<T> records;
    private transient @Nullable RecordCodec<DeadLetter> letters;

    /**
     * @param limit size of the largest record that the sink takes, in bytes
     * @param clock the wall clock; must be serialisable
     */
    StoreEntryConverter(StorePort<T> port, long limit, Clock clock) {
        this.port = port;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public StoreEntry apply(T record, SinkWriter.Context context) {
        if (records == null) {
            records = new RecordCodec<>(port.recordType());
        }
        byte[] bytes = records.encode(record);
        return bytes.length <= limit
                ? new StoreEntry(StoreEntry.Kind.RECORD, bytes)
                : tooLarge(record, bytes.length);
    }

    private StoreEntry tooLarge(T record, int size) {
        LOGGER.atError()
                .addKeyValue("type", port.recordType().getSimpleName())
                .addKeyValue("bytes", size)
                .log("a record is larger than the sink takes");
        if (letters == null) {
            letters = new RecordCodec<>(DeadLetter.class);
        }
        DeadLetter letter = port.deadLetter(record, DeadLetterReason.TOO_LARGE, clock.instant());
        byte[] bytes = letter == null ? new byte[0] : letters.encode(letter);
        return letter == null || bytes.length > limit
                ? new StoreEntry(StoreEntry.Kind.NOTHING, new byte[0])
                : new StoreEntry(StoreEntry.Kind.DEAD_LETTER, bytes);
    }
}
