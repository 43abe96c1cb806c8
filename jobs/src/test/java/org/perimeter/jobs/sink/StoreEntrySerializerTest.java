// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.PostWrite;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

class StoreEntrySerializerTest {

    private final StoreEntrySerializer serializer = new StoreEntrySerializer();
    private final RecordCodec<PostWrite> codec = new RecordCodec<>(PostWrite.class);

    @Test
    void bringsTheBufferBackInOrder() throws IOException {
        // Given
        byte[] saved = serializer.serialize(buffer("d1", "d2"));

        // When
        BufferedRequestState<StoreEntry> restored =
                serializer.deserialize(serializer.getVersion(), saved);

        // Then
        assertThat(restored.getBufferedRequestEntries())
                .extracting(wrapper -> codec.decode(wrapper.getRequestEntry().bytes()))
                .containsExactly(PostWrite.erase("d1", 7), PostWrite.erase("d2", 7));
    }

    @Test
    void bringsBackWhatTakesThePlaceOfARecord() throws IOException {
        // Given
        StoreEntry letter = new StoreEntry(StoreEntry.Kind.DEAD_LETTER, new byte[] {1});
        StoreEntry nothing = new StoreEntry(StoreEntry.Kind.NOTHING, new byte[0]);
        byte[] saved =
                serializer.serialize(
                        new BufferedRequestState<>(
                                List.of(
                                        new RequestEntryWrapper<>(letter, 1),
                                        new RequestEntryWrapper<>(nothing, 0))));

        // When
        BufferedRequestState<StoreEntry> restored =
                serializer.deserialize(serializer.getVersion(), saved);

        // Then
        assertThat(restored.getBufferedRequestEntries())
                .extracting(wrapper -> wrapper.getRequestEntry().kind())
                .containsExactly(StoreEntry.Kind.DEAD_LETTER, StoreEntry.Kind.NOTHING);
    }

    @Test
    void readsABufferFromBeforeItHeldAnythingButRecords() throws IOException {
        // Given
        byte[] record = codec.encode(PostWrite.erase("d1", 7));
        byte[] saved = new RecordsOnly().serialize(record);

        // When
        BufferedRequestState<StoreEntry> restored = serializer.deserialize(1, saved);

        // Then
        assertThat(restored.getBufferedRequestEntries())
                .singleElement()
                .satisfies(
                        wrapper -> {
                            StoreEntry entry = wrapper.getRequestEntry();
                            assertThat(entry.kind()).isEqualTo(StoreEntry.Kind.RECORD);
                            assertThat(entry.bytes()).isEqualTo(record);
                        });
    }

    @Test
    void refusesABufferOfAnotherVersion() throws IOException {
        // Given
        byte[] saved = serializer.serialize(buffer("d1"));

        // When
        int unknown = serializer.getVersion() + 1;

        // Then
        assertThatThrownBy(() -> serializer.deserialize(unknown, saved))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version");
    }

    private BufferedRequestState<StoreEntry> buffer(String... documents) {
        return new BufferedRequestState<>(
                List.of(documents).stream()
                        .map(id -> codec.encode(PostWrite.erase(id, 7)))
                        .map(bytes -> new StoreEntry(StoreEntry.Kind.RECORD, bytes))
                        .map(entry -> new RequestEntryWrapper<>(entry, entry.bytes().length))
                        .toList());
    }

    /** Writes as version 1 did. */
    private static final class RecordsOnly extends AsyncSinkWriterStateSerializer<StoreEntry> {

        byte[] serialize(byte[] record) throws IOException {
            StoreEntry entry = new StoreEntry(StoreEntry.Kind.RECORD, record);
            return serialize(
                    new BufferedRequestState<>(
                            List.of(new RequestEntryWrapper<>(entry, record.length))));
        }

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        protected void serializeRequestToStream(StoreEntry entry, DataOutputStream out)
                throws IOException {
            out.writeInt(entry.bytes().length);
            out.write(entry.bytes());
        }

        @Override
        protected StoreEntry deserializeRequestFromStream(long size, DataInputStream in) {
            throw new UnsupportedOperationException("only writes");
        }
    }
}
