// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.client;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.perimeter.connectors.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection to Elasticsearch, safe for many threads. Every call goes through {@link #call} or
 * {@link #callPatiently}, so that what fails never carries a request, a response or a document out
 * in its message.
 */
public final class Elastic implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Elastic.class);

    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ElasticsearchClient client;

    private Elastic(ElasticsearchClient client) {
        this.client = client;
    }

    /**
     * Connects lazily: an engine that is away shows in the first call.
     *
     * @param url base URL of a node or cluster
     * @param strict whether a deprecation warning of the server fails the call
     */
    public static Elastic connect(String url, boolean strict) {
        Rest5Client http = Rest5Client.builder(URI.create(url)).build();
        Rest5ClientOptions.Builder options =
                new Rest5ClientOptions.Builder(RequestOptions.DEFAULT.toBuilder());
        options.onWarnings(warnings -> isFailure(warnings, strict));
        return new Elastic(
                new ElasticsearchClient(
                        new Rest5ClientTransport(
                                http, new JacksonJsonpMapper(json()), options.build())));
    }

    private static boolean isFailure(List<String> warnings, boolean strict) {
        warnings.forEach(
                warning ->
                        LOGGER.atWarn()
                                .addKeyValue("warning", warning)
                                .log("elasticsearch warns about a request"));
        return strict;
    }

    private static JsonMapper json() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                // Fields that exist only for searching are not part of the records.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** The typed client, for use inside {@link #call}. */
    public ElasticsearchClient client() {
        return client;
    }

    /**
     * Something asked of the client.
     *
     * @param <T> the answer
     */
    @FunctionalInterface
    public interface Call<T> {

        /** Asks. */
        T ask() throws IOException;
    }

    /**
     * Asks, and turns failures into the store's own.
     *
     * @param what names the call in the failure, such as {@code "search posts"}
     * @throws StoreException when Elasticsearch cannot be reached or refuses
     */
    public <T> T call(String what, Call<T> call) {
        try {
            return call.ask();
        } catch (ElasticsearchException e) {
            throw Failures.refused(what, e);
        } catch (IOException e) {
            throw Failures.unreachable(what, e);
        }
    }

    /**
     * As {@link #call}, but waits a moment when the engine says that it is not available: an index
     * that was made just now has no active shard yet.
     *
     * @throws StoreException when it stays so for three seconds, or at once for other reasons
     */
    public <T> T callPatiently(String what, Call<T> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.ask();
            } catch (ElasticsearchException e) {
                boolean waits = e.status() == UNAVAILABLE && System.nanoTime() < end;
                if (!waits || Thread.currentThread().isInterrupted()) {
                    throw Failures.refused(what, e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (IOException e) {
                throw Failures.unreachable(what, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            LOGGER.atWarn().addKeyValue("error", e.getClass().getName()).log("close failed");
        }
    }
}
