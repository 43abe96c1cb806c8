// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.perimeter.launcher.process.LauncherException;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Takes webhooks on 127.0.0.1 and checks their signatures with the library of Standard Webhooks,
 * which knows nothing of who signed. It answers 204 to what is verified and 401 to the rest.
 */
public final class WebhookReceiver implements AutoCloseable {

    private static final String PATH = "/hook";
    private static final int MOST_BYTES = 1 << 20;
    private static final int SECRET_BYTES = 32;
    private static final int TAKEN = 204;
    private static final int REFUSED = 401;
    private static final int TOO_LARGE = 413;

    private final Webhook verifier;
    private final Consumer<Received> listener;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Set<String> ids = new HashSet<>();
    private int delivered;
    private int verified;

    private WebhookReceiver(
            Webhook verifier, Consumer<Received> listener, InstantSource clock, HttpServer server) {
        this.verifier = verifier;
        this.listener = listener;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Starts receiving.
     *
     * @param port on 127.0.0.1; 0 for a free one
     * @param secret {@code whsec_} and Base64
     * @param listener hears of every message, one after the other
     * @param clock wall clock
     * @throws LauncherException when the port is taken or the secret is none
     */
    public static WebhookReceiver start(
            int port, String secret, Consumer<Received> listener, InstantSource clock) {
        Webhook verifier = verifier(secret);
        HttpServer server = bind(port);
        WebhookReceiver receiver = new WebhookReceiver(verifier, listener, clock, server);
        server.createContext(PATH, receiver::take);
        server.setExecutor(receiver.thread);
        server.start();
        return receiver;
    }

    /** A fresh secret. */
    public static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return "whsec_" + Base64.getEncoder().encodeToString(random);
    }

    /** Where messages are taken. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** How many messages came. */
    public synchronized int delivered() {
        return delivered;
    }

    /** How many of them were verified. */
    public synchronized int verified() {
        return verified;
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }

    private static Webhook verifier(String secret) {
        try {
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException | IllegalArgumentException e) {
            throw new LauncherException("the secret must be whsec_ and Base64");
        }
    }

    private static HttpServer bind(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new LauncherException(
                    "port " + port + " on 127.0.0.1 is taken; choose another with --port");
        } catch (IOException e) {
            throw new LauncherException("cannot listen on port " + port);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            boolean fits = bytes.length <= MOST_BYTES;
            String body = fits ? new String(bytes, StandardCharsets.UTF_8) : "";
            boolean genuine = fits && isGenuine(body, exchange.getRequestHeaders());
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            listener.accept(count(genuine, id == null ? "" : id, body));
            exchange.sendResponseHeaders(genuine ? TAKEN : fits ? REFUSED : TOO_LARGE, -1);
        }
    }

    private boolean isGenuine(String body, Headers headers) {
        try {
            verifier.verify(body, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    private synchronized Received count(boolean genuine, String id, String body) {
        delivered++;
        verified += genuine ? 1 : 0;
        boolean repeated = genuine && !ids.add(id);
        return new Received(clock.instant(), genuine, repeated, id, body);
    }
}
