// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.launcher.process.LauncherException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Listens to an incident's room as its page does, and notes when it hears of which post. */
final class LivePage implements AutoCloseable {

    private static final String DATA = "data: ";

    /** How the measured posts number themselves. */
    private static final Pattern NUMBER = Pattern.compile("report number (\\d+)");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Long> heard = new ConcurrentHashMap<>();
    private final AtomicInteger doubled = new AtomicInteger();
    private final Stream<String> lines;

    private LivePage(Stream<String> lines) {
        this.lines = lines;
    }

    /**
     * Opens the room; from here on posts are heard of.
     *
     * @param room address of its stream, with purpose and case number
     * @throws LauncherException when the console refuses
     */
    static LivePage open(HttpClient client, String room) {
        try {
            HttpResponse<Stream<String>> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(room)).build(),
                            HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new LauncherException("the room was answered " + answer.statusCode());
            }
            LivePage page = new LivePage(answer.body());
            Thread listener = new Thread(page::listen, "page");
            listener.setDaemon(true);
            listener.start();
            return page;
        } catch (IOException e) {
            throw new LauncherException("the room was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    /** When each numbered post was first heard of, by {@link System#nanoTime}. */
    Map<Integer, Long> heard() {
        return heard;
    }

    /** How often a post came that had come before. */
    int doubled() {
        return doubled.get();
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
        long now = System.nanoTime();
        try {
            for (JsonNode post : json.readTree(line.substring(DATA.length())).path("posts")) {
                Matcher number = NUMBER.matcher(post.path("text").asText());
                if (number.find()
                        && heard.putIfAbsent(Integer.parseInt(number.group(1)), now) != null) {
                    doubled.incrementAndGet();
                }
            }
        } catch (JsonProcessingException e) {
            throw new LauncherException("the room sent what is no JSON", e);
        }
    }
}
