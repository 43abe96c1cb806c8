// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.nlp.PostReading;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;

/** Reads posts, when they come and again when an incident opens; no text can make it fail. */
public final class PostReader implements AutoCloseable {

    private static final String NOT_READ = "und";

    private final Analyzer analyzer;

    public PostReader(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * What the post says, or why that cannot be told.
     *
     * @param area where posts are waited for
     */
    public ReadOutcome read(Post post, WatchedArea area) {
        if (post.repost()) {
            // It says nothing of its own; the admission gate counts and drops it.
            return ReadOutcome.read(PostReading.whole(Analysis.empty(NOT_READ), false));
        }
        try {
            return analyzer.analyze(post, area)
                    .map(ReadOutcome::read)
                    .orElseGet(() -> ReadOutcome.failed(DeadLetterReason.TIME_BUDGET));
        } catch (RuntimeException | StackOverflowError e) {
            // The cause may quote the text, so it is not passed on.
            return ReadOutcome.failed(DeadLetterReason.ANALYSIS_FAILED);
        }
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
