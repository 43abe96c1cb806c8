// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.apache.flink.runtime.util.EnvironmentInformation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was measured between two moments, as one JSON object. */
final class BenchSummary {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    private final BenchArguments arguments;
    private final long events;
    private final long admitted;
    private final double seconds;
    private final Map<String, Double> micros = new TreeMap<>();

    BenchSummary(BenchArguments arguments, Reached from, Reached to) {
        this.arguments = arguments;
        this.events = to.events() - from.events();
        this.admitted = to.admitted() - from.admitted();
        this.seconds = (to.nanos() - from.nanos()) / NANOS_PER_SECOND;
        to.processor()
                .forEach(
                        (who, nanos) ->
                                micros.put(
                                        who,
                                        (nanos - from.processor().getOrDefault(who, 0L))
                                                / NANOS_PER_MICRO
                                                / events));
    }

    /**
     * The object.
     *
     * @param costs microseconds a post of the work alone, by station
     */
    String json(Map<String, Double> costs) {
        double cpu = micros.values().stream().mapToDouble(Double::doubleValue).sum();
        return String.format(
                Locale.ROOT,
                "{\"postsPerSecond\":%.0f,\"postsPerCpuSecond\":%.0f,\"cpuMicrosPerPost\":%s,"
                        + "\"costMicros\":%s,\"incidents\":%d,\"admittedShare\":%.4f,"
                        + "\"admitted\":%d,\"posts\":%d,\"seconds\":%.1f,"
                        + "\"machine\":{\"processors\":%d,\"heapMb\":%d,\"os\":\"%s\"},"
                        + "\"versions\":{\"java\":\"%s\",\"flink\":\"%s\"}}",
                events / seconds,
                NANOS_PER_SECOND / NANOS_PER_MICRO / cpu,
                object(micros),
                object(costs),
                arguments.incidents(),
                admitted / (double) events,
                admitted,
                events,
                seconds,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version(),
                EnvironmentInformation.getVersion());
    }

    private static String object(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(
                        value ->
                                String.format(
                                        Locale.ROOT,
                                        "\"%s\":%.1f",
                                        value.getKey(),
                                        value.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
