// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time so far, in nanoseconds: of this process by the station whose thread used it, and
 * of the Elasticsearch beside it. It does not grow while others use the machine.
 */
final class ProcessorTime {

    private static final String REST = "compiler, collector and the rest";
    private static final String STORE = "Elasticsearch's process";

    private static final String SINKS = "alerts and sinks";
    private static final String CLIENT = "Elasticsearch's client";

    /** The first that fits counts. */
    private static final List<Station> STATIONS =
            List.of(
                    new Station("Source Data Fetcher for Source: post-sources", "connector"),
                    new Station("Source: post-sources", "door"),
                    new Station("passage", "passage"),
                    new Station("admission-gate", "close reading and admission gate"),
                    new Station("posts", SINKS),
                    new Station("alert", SINKS),
                    new Station("dead-letters", SINKS),
                    new Station("ledger", SINKS),
                    new Station("tallies", SINKS),
                    new Station("elasticsearch", CLIENT),
                    new Station("httpclient", CLIENT));

    private final ProcessHandle store;

    /**
     * @param store the process of Elasticsearch
     */
    ProcessorTime(ProcessHandle store) {
        this.store = store;
    }

    /** What each has used so far. */
    Map<String, Long> read() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> used = new TreeMap<>();
        long named = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            long nanos = thread == null ? -1 : threads.getThreadCpuTime(thread.getThreadId());
            if (thread != null && nanos > 0) {
                used.merge(station(thread.getThreadName()), nanos, Long::sum);
                named += nanos;
            }
        }
        OperatingSystemMXBean process =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        used.merge(REST, Math.max(0, process.getProcessCpuTime() - named), Long::sum);
        used.put(STORE, store.info().totalCpuDuration().orElse(Duration.ZERO).toNanos());
        return used;
    }

    private static String station(String thread) {
        return STATIONS.stream()
                .filter(station -> thread.contains(station.thread()))
                .map(Station::name)
                .findFirst()
                .orElse(REST);
    }

    /**
     * Whose work a thread does.
     *
     * @param thread part of its name
     */
    private record Station(String thread, String name) {}
}
