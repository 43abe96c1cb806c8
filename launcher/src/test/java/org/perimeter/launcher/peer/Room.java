// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An incident's room as its page keeps it: the posts that are there now, by their texts. */
final class Room implements AutoCloseable {

    private static final String DATA = "data: ";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, JsonNode> posts = new ConcurrentHashMap<>();
    private final Stream<String> lines;

    Room(String address) throws Exception {
        this.lines =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address)).build(),
                                HttpResponse.BodyHandlers.ofLines())
                        .body();
        Thread listener = new Thread(this::listen, "room");
        listener.setDaemon(true);
        listener.start();
    }

    boolean shows(String text) {
        return posts.values().stream().anyMatch(post -> post.path("text").asText().equals(text));
    }

    /** The post with this text; it must be there. */
    JsonNode get(String text) {
        return posts.values().stream()
                .filter(post -> post.path("text").asText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    int size() {
        return posts.size();
    }

    @Override
    public void close() {
        lines.close();
    }

    private void listen() {
        try {
            lines.filter(line -> line.startsWith(DATA)).forEach(this::hear);
        } catch (UncheckedIOException e) {
            // The stream was cut, by us at the end or by the console: what was not heard is missed.
            lines.close();
        }
    }

    private void hear(String line) {
        try {
            JsonNode event = json.readTree(line.substring(DATA.length()));
            event.path("posts").forEach(post -> posts.put(post.path("id").asText(), post));
            event.path("gone").forEach(id -> posts.remove(id.asText()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
