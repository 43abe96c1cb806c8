// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.testkit.store.SamplePost;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.connectors.testkit.store.memory.InMemoryStoresFactory;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What the door let in and has grown beyond the sink's limit, through the sink in a real job. */
class StoreSinkIT {

    private static final String INCIDENT = "manual:1";

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    private final InMemoryStoresFactory factory = InMemoryStoresFactory.create();
    private final InMemoryStores stores = factory.open();

    @Test
    void leavesADeadLetterOfWhatIsTooLargeAndStoresItsNeighbours() throws Exception {
        // Given
        PostWrite before = SamplePost.of(INCIDENT, "before").upsert();
        PostWrite huge = SamplePost.of(INCIDENT, "huge").withText("x".repeat(1 << 20)).upsert();
        PostWrite after = SamplePost.of(INCIDENT, "after").upsert();

        // When
        run(StorePorts.posts(), List.of(before, huge, after));

        // Then
        assertThat(stores.posts().idsOfIncident(INCIDENT, 10))
                .containsExactlyInAnyOrder("before", "after");
        assertThat(stores.deadLetters().list(10))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.stage()).isEqualTo(Stage.STORE);
                            assertThat(letter.reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
                            assertThat(letter.reference()).isEqualTo("huge");
                            assertThat(letter.toString()).doesNotContain("xxx");
                        });
    }

    @Test
    void goesOnAfterADeadLetterThatIsTooLargeItself() throws Exception {
        // Given
        DeadLetter huge = letter("x".repeat(2 << 20));
        DeadLetter after = letter("after");

        // When
        run(StorePorts.deadLetters(), List.of(huge, after));

        // Then
        assertThat(stores.deadLetters().list(10))
                .extracting(DeadLetter::reference)
                .containsExactly("after");
    }

    private <T> void run(StorePort<T> port, List<T> records) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        env.fromData(records, TypeInformation.of(port.recordType()))
                .sinkTo(new StoreSink<>(port, factory, Clock.systemUTC()));
        env.execute();
    }

    private static DeadLetter letter(String reference) {
        return new DeadLetter(
                Stage.SOURCE + ":" + reference,
                Stage.SOURCE,
                DeadLetterReason.MALFORMED_JSON,
                "exercise",
                reference,
                Instant.parse("2026-11-24T12:00:00Z"));
    }
}
