// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A web server on this machine that answers what it is told and remembers what it was asked. */
final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Headers> requests = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    FeedServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on, the path is answered like this; headers are name and value in turn. */
    synchronized void answer(String path, int status, String body, String... headers) {
        answer(path, status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    synchronized void answer(String path, int status, byte[] body, String... headers) {
        answers.put(path, new Answer(status, body, List.of(headers)));
    }

    synchronized List<Headers> requests() {
        return List.copyOf(requests);
    }

    synchronized List<String> paths() {
        return List.copyOf(paths);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = record(exchange);
            Headers headers = exchange.getResponseHeaders();
            for (int i = 0; i < answer.headers.size(); i += 2) {
                headers.set(answer.headers.get(i), answer.headers.get(i + 1));
            }
            boolean known =
                    headers.containsKey("ETag")
                            && headers.get("ETag")
                                    .equals(exchange.getRequestHeaders().get("If-None-Match"));
            if (known) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = answer.body;
            exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            // The client hung up, as it does above its limit.
        }
    }

    private synchronized Answer record(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestHeaders());
        paths.add(path);
        return answers.getOrDefault(path, new Answer(404, new byte[0], List.of()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What a path is answered with. */
    private static final class Answer {

        private final int status;
        private final byte[] body;
        private final List<String> headers;

        Answer(int status, byte[] body, List<String> headers) {
            this.status = status;
            this.body = body;
            this.headers = headers;
        }
    }
}
