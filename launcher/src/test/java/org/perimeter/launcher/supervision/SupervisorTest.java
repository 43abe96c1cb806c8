// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.core.IntervalFunction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perimeter.launcher.process.Child;
import org.perimeter.launcher.process.LauncherException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

final class SupervisorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KILLED = 137;
    private static final int MOST = 3;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Outage> outages = new CopyOnWriteArrayList<>();
    private final List<FakeChild> started = new CopyOnWriteArrayList<>();
    private final Supervisor supervisor =
            new Supervisor(
                    new RestartPlan(
                            IntervalFunction.ofExponentialBackoff(Duration.ofMillis(1), 2),
                            Duration.ofMinutes(1),
                            MOST),
                    InstantSource.system(),
                    told::add,
                    outages::add);

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void startsAgainWhatWasKilledAndTellsTheOutage() {
        // Given
        FakeChild first = new FakeChild("jobs");
        supervisor.guard(first, this::comesBack);

        // When
        first.end(KILLED);

        // Then
        await().atMost(PATIENCE).until(() -> outages.size() == 1);
        Outage outage = outages.get(0);
        assertThat(outage.process()).isEqualTo("jobs");
        assertThat(outage.starts()).isEqualTo(1);
        assertThat(outage.to()).isAfterOrEqualTo(outage.from());
        assertThat(supervisor.children()).containsExactly(started.get(0));
        assertThat(told)
                .anyMatch(line -> line.startsWith("jobs ended with status 137"))
                .anyMatch(line -> line.startsWith("jobs runs again"));
        supervisor.requireHope();
    }

    @Test
    void triesUntilItIsReadyAndCountsTheStarts() {
        // Given
        FakeChild first = new FakeChild("console");
        supervisor.guard(
                first,
                inTurn(
                        List.of(
                                () -> new Revival.Failed(1, "the store is away"),
                                () -> new Revival.Failed(Revival.Failed.UNKNOWN, "too slow"),
                                this::comesBack)));

        // When
        first.end(KILLED);

        // Then
        await().atMost(PATIENCE).until(() -> outages.size() == 1);
        assertThat(outages.get(0).starts()).isEqualTo(3);
        assertThat(told).anyMatch(line -> line.startsWith("console did not get ready"));
    }

    @Test
    void doesNotStartAgainWhatSaysThatItsConfigurationIsWrong() {
        // Given
        FakeChild first = new FakeChild("console");
        supervisor.guard(first, this::comesBack);

        // When
        first.end(2);

        // Then
        await().atMost(PATIENCE).untilAsserted(this::requireNoHope);
        assertThatThrownBy(supervisor::requireHope)
                .isInstanceOfSatisfying(
                        LauncherException.class, e -> assertThat(e.wrongConfiguration()).isTrue())
                .hasMessage("console ended: last words");
        assertThat(started).isEmpty();
        assertThat(outages).isEmpty();
    }

    @Test
    void givesUpWithOneLineAfterManyQuickDeathsInARow() {
        // Given
        FakeChild first = new FakeChild("jobs");
        supervisor.guard(first, this::comesBackDying);

        // When
        first.end(KILLED);

        // Then
        await().atMost(PATIENCE).untilAsserted(this::requireNoHope);
        assertThatThrownBy(supervisor::requireHope)
                .isInstanceOfSatisfying(
                        LauncherException.class, e -> assertThat(e.wrongConfiguration()).isFalse())
                .hasMessage("jobs ended 4 times in a row: last words");
        assertThat(started).hasSize(MOST);
    }

    @Test
    void startsNothingAgainThatItStopsItself() {
        // Given
        FakeChild node = new FakeChild("elasticsearch");
        FakeChild job = new FakeChild("jobs");
        supervisor.guard(node, this::comesBack);
        supervisor.guard(job, this::comesBack);

        // When
        supervisor.stopNewest();

        // Then
        assertThat(job.ended()).isDone();
        assertThat(node.ended()).isNotDone();
        assertThat(supervisor.children()).containsExactly(node);
        supervisor.close();
        assertThat(node.ended()).isDone();
        assertThat(started).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void breaksOffAStartWhenItIsStopped() {
        // Given
        FakeChild first = new FakeChild("jobs");
        CompletableFuture<Boolean> starting = new CompletableFuture<>();
        supervisor.guard(
                first,
                () -> {
                    starting.complete(true);
                    return interrupted();
                });
        first.end(KILLED);
        starting.join();

        // When
        supervisor.close();

        // Then
        assertThat(supervisor.children()).isEmpty();
        assertThat(outages).isEmpty();
    }

    private void requireNoHope() {
        assertThatThrownBy(supervisor::requireHope).isInstanceOf(LauncherException.class);
    }

    private Revival comesBack() {
        FakeChild child = new FakeChild("jobs");
        started.add(child);
        return new Revival.Back(child);
    }

    private Revival comesBackDying() {
        FakeChild child = new FakeChild("jobs");
        child.end(KILLED);
        started.add(child);
        return new Revival.Back(child);
    }

    /** As a start does that takes for ever and is interrupted. */
    private static Revival interrupted() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Revival.Failed(Revival.Failed.UNKNOWN, "interrupted");
    }

    private static Supplier<Revival> inTurn(List<Supplier<Revival>> revivals) {
        List<Supplier<Revival>> left = new CopyOnWriteArrayList<>(revivals);
        return () -> left.remove(0).get();
    }

    /** Ends when it is told to. */
    private static final class FakeChild implements Child {

        private final String name;
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();

        FakeChild(String name) {
            this.name = name;
        }

        void end(int status) {
            ended.complete(status);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long pid() {
            return 1;
        }

        @Override
        public CompletableFuture<Integer> ended() {
            return ended;
        }

        @Override
        public String lastWords() {
            return "last words";
        }

        @Override
        public void close() {
            ended.complete(143);
        }
    }
}
