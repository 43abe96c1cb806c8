// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.Analysis;
import org.perimeter.policy.model.Post;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Analyses on a thread of its own, so that one bad text cannot hold up the stream: an analysis that
 * overruns is abandoned together with its thread and its analyzer.
 */
final class TimedAnalyzer implements AutoCloseable {

    private final AnalyzerFactory factory;
    private final Duration budget;
    private Analyzer analyzer;
    private ExecutorService thread;

    /**
     * @param budget longest time for one post
     */
    TimedAnalyzer(AnalyzerFactory factory, Duration budget) {
        this.factory = factory;
        this.budget = budget;
        this.analyzer = factory.create();
        this.thread = newThread();
    }

    /**
     * What the text says.
     *
     * @throws TimeoutException when the budget ran out
     * @throws ExecutionException when the analyzer failed
     */
    Analysis analyze(Post post, List<Neighbourhood> neighbourhoods)
            throws TimeoutException, ExecutionException, InterruptedException {
        Analyzer current = analyzer;
        Future<Analysis> analysis = thread.submit(() -> current.analyze(post, neighbourhoods));
        try {
            return analysis.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            analysis.cancel(true);
            thread.shutdownNow();
            // The abandoned thread may still use the old analyzer, so it is not closed here.
            analyzer = factory.create();
            thread = newThread();
            throw e;
        }
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(
                task -> {
                    Thread created = new Thread(task, "analyzer");
                    created.setDaemon(true);
                    return created;
                });
    }

    @Override
    public void close() {
        thread.shutdownNow();
        analyzer.close();
    }
}
