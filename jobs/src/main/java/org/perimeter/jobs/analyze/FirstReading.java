// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.jobs.collect.Collected;
import org.perimeter.nlp.PostReading;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.reading.Analysis;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What a collected post says when it is read for the first time. */
public final class FirstReading {

    private static final String NOT_READ = "und";

    private final TimedAnalyzer analyzer;

    public FirstReading(TimedAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * The event with what its text says; without, when it is not to be read.
     *
     * @throws TimeoutException when the budget ran out
     * @throws ExecutionException when the analyzer failed
     */
    public Analyzed of(Collected collected, List<Neighbourhood> neighbourhoods)
            throws TimeoutException, ExecutionException, InterruptedException {
        PostEvent event = collected.event();
        Post post = event.post();
        if (!collected.read() || post == null) {
            return new Analyzed(event, collected.edit(), null, false);
        }
        if (post.repost()) {
            // It says nothing of its own; the admission gate counts and drops it.
            return new Analyzed(event, collected.edit(), Analysis.empty(NOT_READ), false);
        }
        PostReading reading = analyzer.analyze(post, neighbourhoods);
        return new Analyzed(event, collected.edit(), reading.analysis(), reading.localNames());
    }
}
