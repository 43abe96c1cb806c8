// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.bench;

import org.perimeter.policy.command.StepLatencies;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.search.access.AuditEvent;
import org.perimeter.search.access.AuditLog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Events like those of a search, recorded through the console's audit log, and how long each
 * waited.
 *
 * @param records until the entry was durable
 * @param bareAppends of as many bytes to a file of their own, with one fsync each
 * @param perSecond events
 */
record ConsoleRecording(StepLatencies records, StepLatencies bareAppends, double perSecond) {

    /** About what one event adds to the ledger's journal. */
    private static final int BYTES = 900;

    private static final AuditEvent EVENT =
            new AuditEvent(
                    LedgerEntryType.SEARCH,
                    "AUD-02",
                    Outcome.ADMIT,
                    "bench",
                    Map.of(
                            "incident",
                            "0".repeat(40),
                            "caseNumber",
                            "26-000001",
                            "hits",
                            50,
                            "total",
                            1201));

    /** One event after the other, in turn with bare appends so that a busy disk hurts both. */
    static ConsoleRecording alone(AuditLog audit, Path folder, int events) throws IOException {
        StepLatencies records = new StepLatencies();
        StepLatencies appends = new StepLatencies();
        long begin = System.nanoTime();
        try (FileChannel file =
                FileChannel.open(
                        folder.resolveSibling(folder.getFileName() + "-bare"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            for (int i = 0; i < events; i++) {
                records.add(record(audit));
                long start = System.nanoTime();
                file.write(ByteBuffer.allocate(BYTES));
                file.force(false);
                appends.add(System.nanoTime() - start);
            }
        }
        return new ConsoleRecording(records, appends, perSecond(events, begin));
    }

    /** Several at once, each one event after the other. */
    static ConsoleRecording together(AuditLog audit, int clients, int events) {
        StepLatencies records = new StepLatencies();
        long begin = System.nanoTime();
        ExecutorService executor = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int own = events / clients + (client < events % clients ? 1 : 0);
                all.add(executor.submit(() -> times(audit, own)));
            }
            for (Future<List<Long>> one : all) {
                one.get().forEach(records::add);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an event was not recorded", e);
        } finally {
            executor.shutdownNow();
        }
        return new ConsoleRecording(records, new StepLatencies(), perSecond(events, begin));
    }

    private static List<Long> times(AuditLog audit, int events) {
        List<Long> times = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            times.add(record(audit));
        }
        return times;
    }

    private static long record(AuditLog audit) {
        long start = System.nanoTime();
        audit.record(EVENT);
        return System.nanoTime() - start;
    }

    private static double perSecond(int events, long begin) {
        return events / ((System.nanoTime() - begin) / 1e9);
    }
}
