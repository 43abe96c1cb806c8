// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.launcher.process.LauncherException;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** Talks to the console's API as a dispatch system and an analyst do. */
public final class ConsoleClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration OUTAGE_PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int UNAVAILABLE = 503;
    private static final String LEAF_HEADER = "Audit-Leaf";

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String base;

    /**
     * @param base address of the console
     */
    public ConsoleClient(String base) {
        this.base = base + "/api/v1/incidents";
    }

    /**
     * Opens an incident.
     *
     * @return the id under which it runs
     */
    public String open(JsonNode feature) {
        JsonNode answer = post(base, feature).body;
        String id = answer.at("/accepted/0").asText();
        if (id.isEmpty()) {
            throw new LauncherException("the console did not accept an incident: " + answer);
        }
        return id;
    }

    /** Closes an incident. */
    public void close(String incidentId, String reason) {
        post(
                base + "/" + path(incidentId) + "/close",
                json.createObjectNode().put("reason", reason));
    }

    /**
     * Searches the posts of an incident.
     *
     * @return the number of the ledger entry that the search left; empty when the answer names none
     */
    public OptionalLong search(String incidentId, String caseNumber, String text) {
        return post(
                        base + "/" + path(incidentId) + "/searches",
                        json.createObjectNode()
                                .put("purpose", "EXERCISE")
                                .put("caseNumber", caseNumber)
                                .put("text", text))
                .leaf;
    }

    /** A document of the console, such as its oversight report. */
    public byte[] document(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base).resolve(path)).timeout(PATIENCE).build();
        HttpResponse<byte[]> response = send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new LauncherException(
                    "the console answers " + response.statusCode() + " to GET " + path);
        }
        return response.body();
    }

    private Answer post(String address, JsonNode body) {
        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(PATIENCE)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new LauncherException(
                    "the console answers "
                            + response.statusCode()
                            + " to POST "
                            + URI.create(address).getPath()
                            + ": "
                            + response.body());
        }
        try {
            return new Answer(
                    json.readTree(response.body()),
                    response.headers().firstValueAsLong(LEAF_HEADER));
        } catch (JsonProcessingException e) {
            throw new LauncherException("the console answers what is no JSON", e);
        }
    }

    /**
     * Sends, again and again while the console or its store is away: both are started again when
     * they end. Whatever is asked may be asked twice.
     */
    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        long end = System.nanoTime() + OUTAGE_PATIENCE.toNanos();
        try {
            while (true) {
                try {
                    HttpResponse<T> response = client.send(request, handler);
                    if (response.statusCode() != UNAVAILABLE || System.nanoTime() > end) {
                        return response;
                    }
                } catch (IOException e) {
                    if (System.nanoTime() > end) {
                        throw new LauncherException("the console cannot be reached", e);
                    }
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    private static String path(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }

    private record Answer(JsonNode body, OptionalLong leaf) {}
}
