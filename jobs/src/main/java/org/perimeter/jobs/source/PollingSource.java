// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one Flink source of this house: polls any number of instances, each on its own thread and as
 * its own split, and checkpoints their cursors.
 *
 * <p>A cursor moves only when every item before it was emitted. After a restart the items behind
 * the last safe cursor come again, and the dedupe station drops those that were seen.
 */
public final class PollingSource<T> implements Source<T, PollingSplit, PollingAssignment> {

    private static final long serialVersionUID = 1L;

    private final ArrayList<PollerFactory<T>> pollers;

    /**
     * @throws IllegalArgumentException when two of them share an id
     */
    public PollingSource(List<? extends PollerFactory<T>> pollers) {
        this.pollers = new ArrayList<>(pollers);
        byId();
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<T, PollingSplit> createReader(SourceReaderContext context) {
        return new PollingReader<>(byId(), context);
    }

    @Override
    public SplitEnumerator<PollingSplit, PollingAssignment> createEnumerator(
            SplitEnumeratorContext<PollingSplit> context) {
        return new PollingEnumerator(context, new ArrayList<>(byId().keySet()), null);
    }

    @Override
    public SplitEnumerator<PollingSplit, PollingAssignment> restoreEnumerator(
            SplitEnumeratorContext<PollingSplit> context, PollingAssignment restored) {
        return new PollingEnumerator(context, new ArrayList<>(byId().keySet()), restored);
    }

    @Override
    public SimpleVersionedSerializer<PollingSplit> getSplitSerializer() {
        return new PollingSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<PollingAssignment> getEnumeratorCheckpointSerializer() {
        return new PollingAssignmentSerializer();
    }

    private Map<String, PollerFactory<T>> byId() {
        Map<String, PollerFactory<T>> byId = new LinkedHashMap<>();
        for (PollerFactory<T> poller : pollers) {
            if (byId.put(poller.id(), poller) != null) {
                throw new IllegalArgumentException("two sources share the id " + poller.id());
            }
        }
        return byId;
    }
}
