// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.spi.source.SourceHealth;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A source that delivers what a test writes into its {@link SourceScript}; its cursor is the number
 * of items read.
 */
public final class ScriptedPostSource implements PostSource {

    private final SourceScript script;
    private int position;
    private long received;
    private long rejected;
    private boolean connected;

    /** A source at the beginning of the script. */
    public ScriptedPostSource(SourceScript script) {
        this.script = script;
    }

    @Override
    public String id() {
        return script.sourceId();
    }

    @Override
    public void open(SourceCursor cursor) {
        script.opened(cursor);
        position = cursor.equals(SourceCursor.START) ? 0 : Integer.parseInt(cursor.value());
        connected = true;
    }

    @Override
    public FetchOutcome<PostEvent> fetch(int max, Duration patience) {
        List<Object> taken;
        try {
            taken = script.items(position, max, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FetchOutcome.NotModified<>();
        }
        String failure = script.takeFailure();
        if (failure != null) {
            return new FetchOutcome.Failed<>(failure);
        }
        Duration throttle = script.takeThrottle();
        if (throttle != null) {
            return new FetchOutcome.Throttled<>(throttle);
        }
        boolean last = script.finished() && position + taken.size() == script.size();
        return taken.isEmpty() && !last ? new FetchOutcome.NotModified<>() : batch(taken, last);
    }

    private FetchOutcome<PostEvent> batch(List<Object> taken, boolean last) {
        List<PostEvent> events = new ArrayList<>();
        List<DeadLetter> letters = new ArrayList<>();
        for (Object item : taken) {
            if (item instanceof PostEvent event) {
                events.add(event);
            } else {
                letters.add((DeadLetter) item);
            }
        }
        position += taken.size();
        received += events.size();
        rejected += letters.size();
        return new FetchOutcome.Batch<>(
                events, letters, new SourceCursor(Integer.toString(position)), last);
    }

    @Override
    public SourceHealth health() {
        return new SourceHealth(received, rejected, 0, 0, connected);
    }

    @Override
    public void close() {
        connected = false;
    }
}
