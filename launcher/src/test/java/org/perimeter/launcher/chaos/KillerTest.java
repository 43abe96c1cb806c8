// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perimeter.launcher.process.Child;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

final class KillerTest {

    private static final Duration SPAN = Duration.ofSeconds(100);
    private static final long SECOND = 1_000_000_000L;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void endsRealProcessesWithoutAWordAndCountsThem() throws Exception {
        // Given
        List<Child> children = List.of(child("console"), child("jobs"), child("elasticsearch"));
        Killer killer = new Killer(1, 1, SPAN, 0);

        // When
        List<String> names = killer.strike(children, 0);

        // Then
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
        for (Child child : children) {
            Process process = processes.get(children.indexOf(child));
            if (names.contains(child.name())) {
                await().until(() -> !process.isAlive());
                assertThat(process.exitValue()).isEqualTo(137);
            } else {
                assertThat(process.isAlive()).isTrue();
            }
        }
        assertThat(killer.killed().keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(killer.isDone()).isTrue();
    }

    @Test
    void strikesAsOftenAsAskedAndLeavesTimeInBetween() {
        // Given
        Killer killer = new Killer(7, 10, SPAN, 0);
        List<Long> strikes = new ArrayList<>();

        // When
        for (long second = 0; second < 1_000; second++) {
            if (killer.isDue(second * SECOND)) {
                killer.strike(List.of(), second * SECOND);
                strikes.add(second);
            }
        }

        // Then
        assertThat(strikes).hasSize(10);
        for (int i = 1; i < strikes.size(); i++) {
            assertThat(strikes.get(i) - strikes.get(i - 1)).isBetween(5L, 16L);
        }
    }

    @Test
    void theSameSeedStrikesAtTheSameMoments() {
        assertThat(firstStrike(3)).isEqualTo(firstStrike(3)).isNotEqualTo(firstStrike(4));
    }

    private static long firstStrike(long seed) {
        Killer killer = new Killer(seed, 10, SPAN, 0);
        long at = 0;
        while (!killer.isDue(at)) {
            at += SECOND / 1_000;
        }
        return at;
    }

    private Child child(String name) throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        processes.add(process);
        return new Child() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long pid() {
                return process.pid();
            }

            @Override
            public CompletableFuture<Integer> ended() {
                return process.onExit().thenApply(Process::exitValue);
            }

            @Override
            public String lastWords() {
                return "";
            }

            @Override
            public void close() {
                process.destroyForcibly();
            }
        };
    }
}
