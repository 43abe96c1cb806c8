// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.PostWrite;

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
                .extracting(wrapper -> codec.decode(wrapper.getRequestEntry()))
                .containsExactly(PostWrite.erase("d1", 7), PostWrite.erase("d2", 7));
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
                        .map(entry -> new RequestEntryWrapper<>(entry, entry.bytes().length))
                        .toList());
    }
}
