// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.nlp.PostReading;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;

import java.util.List;

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
     * @param neighbourhoods where incidents are live
     */
    public ReadOutcome read(Post post, List<Neighbourhood> neighbourhoods) {
        if (post.repost()) {
            // It says nothing of its own; the admission gate counts and drops it.
            return ReadOutcome.read(new PostReading(Analysis.empty(NOT_READ), false));
        }
        try {
            return analyzer.analyze(post, neighbourhoods)
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
