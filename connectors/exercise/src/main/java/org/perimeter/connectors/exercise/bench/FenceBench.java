// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.bench;

import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.fence.FenceIndex;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how many places a second one thread matches against many fences, how long a change of
 * the fences takes, and compares every answer for a sample of places with JTS.
 */
public final class FenceBench {

    private static final int WARM_UPS = 3;
    private static final int PASSES = 5;
    private static final int CHECKED = 50_000;
    private static final long SEED = 20261124;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PrintStream progress;
    private final PrintStream out;

    FenceBench(PrintStream progress, PrintStream out) {
        this.progress = progress;
        this.out = out;
    }

    /** Measures and prints; exit status 1 when an answer differs from that of JTS. */
    public static void main(String[] arguments) {
        System.exit(
                CommandManner.run(
                        new FenceBenchOptions(),
                        given ->
                                new FenceBench(System.err, System.out)
                                                        .run(given.fences(), given.points())
                                                == 0
                                        ? 0
                                        : CommandManner.FAILED,
                        arguments));
    }

    /**
     * Measures; prints a line per pass and the summary.
     *
     * @return how many answers differed from those of JTS
     */
    int run(int count, int points) {
        FenceWorld world = new FenceWorld(SEED, count);
        Map<String, Fence> fences = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            fences.put("fence:" + i, world.fence());
        }
        List<GeoPoint> places = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            places.add(world.place());
        }
        progress.println(count + " fences, " + points + " places");
        FenceIndex index = new FenceIndex();
        fences.forEach((id, fence) -> index.add(id, FenceGeometry.of(fence)));
        double changes = changesPerSecond(index, fences);
        for (int i = 0; i < WARM_UPS; i++) {
            progress.println("warm-up: " + pass(index, places).json(i + 1));
        }
        Pass[] passes = new Pass[PASSES];
        for (int i = 0; i < PASSES; i++) {
            passes[i] = pass(index, places);
            out.println(passes[i].json(i + 1));
        }
        int checked = Math.min(CHECKED, points);
        progress.println("comparing " + checked + " answers with JTS");
        int differing = differing(index, fences, places.subList(0, checked));
        Pass median = Pass.median(passes);
        out.println(
                String.format(
                        Locale.ROOT,
                        "{\"bench\":\"fence\",\"lookupsPerSecond\":%.0f,\"fences\":%d,"
                                + "\"lookupsPerCpuSecond\":%.0f,\"points\":%d,"
                                + "\"shareInside\":%.4f,\"fencesPerHit\":%.2f,"
                                + "\"changesPerSecond\":%.0f,\"checkedWithJts\":%d,"
                                + "\"differing\":%d,\"java\":\"%s\",\"os\":\"%s\","
                                + "\"processors\":%d}",
                        median.perSecond,
                        count,
                        median.perCpuSecond,
                        points,
                        median.inside / (double) points,
                        median.hits / (double) Math.max(1, median.inside),
                        changes,
                        checked,
                        differing,
                        Runtime.version(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        Runtime.getRuntime().availableProcessors()));
        return differing;
    }

    private static Pass pass(FenceIndex index, List<GeoPoint> places) {
        long inside = 0;
        long hits = 0;
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        for (GeoPoint place : places) {
            int found = index.find(place).size();
            hits += found;
            inside += found == 0 ? 0 : 1;
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        double cpuSeconds = (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS;
        return new Pass(places.size() / seconds, places.size() / cpuSeconds, inside, hits);
    }

    /** A change is an incident that closes and comes back: one removal and one addition. */
    private static double changesPerSecond(FenceIndex index, Map<String, Fence> fences) {
        long start = System.nanoTime();
        fences.forEach(
                (id, fence) -> {
                    index.remove(id);
                    index.add(id, FenceGeometry.of(fence));
                });
        return fences.size() / ((System.nanoTime() - start) / NANOS);
    }

    private static int differing(
            FenceIndex index, Map<String, Fence> fences, List<GeoPoint> places) {
        JtsOracle oracle = new JtsOracle(fences);
        int differing = 0;
        for (GeoPoint place : places) {
            if (!new HashSet<>(index.find(place)).equals(oracle.find(place))) {
                differing++;
            }
        }
        return differing;
    }

    /** One pass over all places; {@code hits} counts a place once for each fence that holds it. */
    private record Pass(double perSecond, double perCpuSecond, long inside, long hits) {

        static Pass median(Pass... passes) {
            Pass[] sorted = passes.clone();
            Arrays.sort(sorted, (a, b) -> Double.compare(a.perSecond, b.perSecond));
            return sorted[sorted.length / 2];
        }

        String json(int number) {
            return String.format(
                    Locale.ROOT,
                    "{\"pass\":%d,\"lookupsPerSecond\":%.0f,\"lookupsPerCpuSecond\":%.0f}",
                    number,
                    perSecond,
                    perCpuSecond);
        }
    }
}
