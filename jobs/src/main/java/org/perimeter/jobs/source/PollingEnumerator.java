// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every instance to exactly one reader, spread evenly, and gives it again after a loss. */
final class PollingEnumerator implements SplitEnumerator<PollingSplit, PollingAssignment> {

    private final SplitEnumeratorContext<PollingSplit> context;
    private final Map<String, PollingSplit> waiting = new LinkedHashMap<>();
    private final Set<String> assigned = new LinkedHashSet<>();

    /**
     * @param ids the configured instances
     * @param restored what an earlier enumerator remembered; null on a fresh start
     */
    PollingEnumerator(
            SplitEnumeratorContext<PollingSplit> context,
            List<String> ids,
            @Nullable PollingAssignment restored) {
        this.context = context;
        if (restored != null) {
            assigned.addAll(restored.assigned());
            for (PollingSplit split : restored.waiting()) {
                waiting.put(split.splitId(), split);
            }
        }
        for (String id : ids) {
            if (!assigned.contains(id)) {
                waiting.putIfAbsent(id, new PollingSplit(id, ""));
            }
        }
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, @Nullable String hostname) {
        // Readers never ask: their splits are handed out when they register.
    }

    @Override
    public void addReader(int subtask) {
        int readers = context.currentParallelism();
        Iterator<PollingSplit> splits = new ArrayList<>(waiting.values()).iterator();
        while (splits.hasNext()) {
            PollingSplit split = splits.next();
            if (Math.floorMod(split.splitId().hashCode(), readers) == subtask) {
                context.assignSplit(split, subtask);
                waiting.remove(split.splitId());
                assigned.add(split.splitId());
            }
        }
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public void addSplitsBack(List<PollingSplit> splits, int subtask) {
        for (PollingSplit split : splits) {
            assigned.remove(split.splitId());
            waiting.put(split.splitId(), split);
        }
    }

    @Override
    public PollingAssignment snapshotState(long checkpointId) {
        return new PollingAssignment(new ArrayList<>(assigned), new ArrayList<>(waiting.values()));
    }

    @Override
    public void close() {}
}
