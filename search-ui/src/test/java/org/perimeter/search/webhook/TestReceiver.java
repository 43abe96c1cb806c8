// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.perimeter.search.webhook.endpoint.Endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An integrator on this machine, which checks signatures with a library that others wrote. */
public final class TestReceiver implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Delivery> deliveries = new ArrayList<>();

    /**
     * What came in.
     *
     * @param id the webhook-id
     * @param verified whether the library accepts the signature
     */
    public record Delivery(String id, String contentType, String body, boolean verified) {}

    /** How to answer; it must close the exchange or leave it hanging. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public TestReceiver(Answer answer) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/hook",
                exchange -> {
                    take(exchange);
                    answer.to(exchange);
                });
        server.start();
    }

    public static Answer status(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean verified = true;
        try {
            new Webhook(SECRET).verify(body, exchange.getRequestHeaders());
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            verified = false;
        }
        synchronized (deliveries) {
            deliveries.add(
                    new Delivery(
                            exchange.getRequestHeaders().getFirst("webhook-id"),
                            exchange.getRequestHeaders().getFirst("Content-Type"),
                            body,
                            verified));
        }
    }

    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** An endpoint that leads here. */
    public Endpoint endpoint(String id) {
        return TestEndpoint.at(id, url(), true);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
