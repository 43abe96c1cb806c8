// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.jobs.analyze.LiveNeighbourhoods;
import org.perimeter.jobs.analyze.TimedAnalyzer;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What a post says now that other incidents are live than when it was first read. */
public final class SecondReading implements AutoCloseable {

    private final ControlView control;
    private final TimedAnalyzer analyzer;

    public SecondReading(ControlView control, TimedAnalyzer analyzer) {
        this.control = control;
        this.analyzer = analyzer;
    }

    /**
     * The analysis in the neighbourhoods of the incidents that are live.
     *
     * @param first the first reading, which stands when the second fails or there is nothing to
     *     read
     */
    Analysis of(Post post, Analysis first) throws InterruptedException {
        if (post.repost()) {
            return first;
        }
        try {
            return analyzer.analyze(post, LiveNeighbourhoods.of(control)).analysis();
        } catch (TimeoutException | ExecutionException e) {
            return first;
        }
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
