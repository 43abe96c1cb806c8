// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.nlp.PostReading;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.post.Post;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Analyses on a thread of its own, so that one bad text cannot hold up the stream: an analysis that
 * overruns is abandoned together with its thread and its analyzer. What counts is the processor
 * time that the text takes; on a busy machine the clock on the wall may run a few times as long.
 */
public final class TimedAnalyzer implements AutoCloseable {

    private static final int WALL_BUDGETS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AnalyzerFactory factory;
    private final Duration budget;
    private Analyzer analyzer;
    private ExecutorService thread;

    /**
     * @param budget longest processor time for one post; after five times as long on the wall clock
     *     it is over in any case
     */
    public TimedAnalyzer(AnalyzerFactory factory, Duration budget) {
        this.factory = factory;
        this.budget = budget;
        this.analyzer = factory.create();
        this.thread = newThread();
    }

    /**
     * What the text says, and whether another neighbourhood could change it.
     *
     * @throws TimeoutException when the budget ran out
     * @throws ExecutionException when the analyzer failed
     */
    public PostReading analyze(Post post, List<Neighbourhood> neighbourhoods)
            throws TimeoutException, ExecutionException, InterruptedException {
        Work work = new Work(analyzer, post, neighbourhoods);
        Future<PostReading> analysis = thread.submit(work);
        for (int waited = 1; ; waited++) {
            try {
                return analysis.get(budget.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (waited >= WALL_BUDGETS || work.cpuNanos() >= budget.toNanos()) {
                    abandon(analysis);
                    throw e;
                }
            }
        }
    }

    private void abandon(Future<PostReading> analysis) {
        analysis.cancel(true);
        thread.shutdownNow();
        // The abandoned thread may still use the old analyzer, so it is not closed here.
        analyzer = factory.create();
        thread = newThread();
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

    /** One analysis, which knows how much processor time its thread has given it. */
    private static final class Work implements Callable<PostReading> {

        private final Analyzer analyzer;
        private final Post post;
        private final List<Neighbourhood> neighbourhoods;
        private volatile long worker;
        private volatile long before;

        Work(Analyzer analyzer, Post post, List<Neighbourhood> neighbourhoods) {
            this.analyzer = analyzer;
            this.post = post;
            this.neighbourhoods = neighbourhoods;
        }

        @Override
        public PostReading call() {
            before = THREADS.getCurrentThreadCpuTime();
            worker = Thread.currentThread().getId();
            return analyzer.analyze(post, neighbourhoods);
        }

        /** Nanoseconds; 0 before it has begun. */
        long cpuNanos() {
            long id = worker;
            return id == 0 ? 0 : THREADS.getThreadCpuTime(id) - before;
        }
    }
}
