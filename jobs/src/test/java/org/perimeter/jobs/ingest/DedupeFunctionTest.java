// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Instant;
import java.util.List;

class DedupeFunctionTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, KeyedEvent, FreshEvent> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new DedupeFunction()),
                        KeyedEvent::key,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void letsAPostThroughOnceAndItsEditsAsEdits() throws Exception {
        // Given
        send(upsertAt(0));

        // When
        send(upsertAt(0));
        send(upsertAt(5));

        // Then
        assertThat(passed()).extracting(FreshEvent::edit).containsExactly(false, true);
    }

    @Test
    void dropsAnOlderStateThatComesLate() throws Exception {
        // Given
        send(upsertAt(5));

        // When
        send(upsertAt(0));

        // Then
        assertThat(passed()).hasSize(1);
    }

    @Test
    @Control("RET-03")
    void letsADeleteBeatWhatWasWitnessedBeforeItWhicheverComesFirst() throws Exception {
        // Given
        send(TestPosts.delete("p1", NOON.plusSeconds(5)));

        // When
        send(upsertAt(0));
        send(upsertAt(5));

        // Then
        assertThat(passed())
                .extracting(fresh -> fresh.event().operation().name())
                .containsExactly("DELETE");
    }

    @Test
    void letsADeleteOfTheSameVersionWinAfterTheUpsert() throws Exception {
        // Given
        send(upsertAt(5));

        // When
        send(TestPosts.delete("p1", NOON.plusSeconds(5)));
        send(TestPosts.delete("p1", NOON.plusSeconds(5)));

        // Then
        assertThat(passed()).hasSize(2);
    }

    @Test
    void letsAPostThatWasWrittenAgainAfterItsDeleteThrough() throws Exception {
        // Given
        send(TestPosts.delete("p1", NOON));

        // When
        send(upsertAt(5));

        // Then
        assertThat(passed()).hasSize(2);
    }

    private static PostEvent upsertAt(int seconds) {
        return TestPosts.upsert(TestPosts.report("p1", "ann", NOON.plusSeconds(seconds)));
    }

    private void send(PostEvent event) throws Exception {
        harness.processElement(new KeyedEvent("key", event), 0);
    }

    private List<FreshEvent> passed() {
        return harness.extractOutputValues();
    }
}
