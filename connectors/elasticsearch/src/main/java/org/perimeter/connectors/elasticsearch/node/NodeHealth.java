// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a node can search all its indices, which is later than its first HTTP answer. */
final class NodeHealth {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest request;

    NodeHealth(String url) {
        this.request =
                HttpRequest.newBuilder(
                                URI.create(
                                        url
                                                + "/_cluster/health?wait_for_status=yellow"
                                                + "&wait_for_no_initializing_shards=true&timeout=5s"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
    }

    /**
     * Returns once all primary shards are active.
     *
     * @throws IllegalStateException when the process ends or the patience does
     */
    void await(Process process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!isReady()) {
                // Waiting for the process's end is the pause between two looks.
                if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("it ended with status " + process.exitValue());
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException(
                            "it was not ready after " + patience.toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for it", e);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
