// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.launcher.process.LauncherException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a server over HTTP and reads the answer to its end, as a page or an integration does. */
abstract class Searcher {

    /** Reads and writes the bodies. */
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;

    Searcher(HttpClient client) {
        this.client = client;
    }

    /**
     * Asks.
     *
     * @return how many posts meet the question in all
     * @throws LauncherException when the server does not answer or refuses
     */
    abstract long ask(Question question);

    /** Sends a body and reads the answer. */
    final JsonNode post(URI address, JsonNode body) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofByteArray(
                                                    JSON.writeValueAsBytes(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new LauncherException("a search was answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new LauncherException("a search was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
