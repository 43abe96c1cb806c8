// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.command.WrongCallException;
import org.perimeter.policy.config.ConfigFile;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Which running console a command talks to, by its options, and what it answers. */
final class ConsoleAddress {

    private static final String DEFAULT = "http://127.0.0.1:8080";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "address of the running console (" + DEFAULT + ")")
    private @Nullable URI url;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the deployment's configuration, which names the address")
    private @Nullable Path config;

    /**
     * The address.
     *
     * @throws WrongCallException when both options are given, or they name no address
     */
    URI address() {
        if (url != null && config != null) {
            throw new WrongCallException("give --url or --config, not both");
        }
        if (config != null) {
            return ofConfig(ConfigFile.read(config.toAbsolutePath().normalize()));
        }
        URI given = url == null ? URI.create(DEFAULT) : url;
        String scheme = given.getScheme();
        if (given.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new WrongCallException("--url must be an address such as " + DEFAULT);
        }
        return given;
    }

    private static URI ofConfig(ConfigFile file) {
        JsonNode console =
                file.section("console", JsonNode.class, JsonNodeFactory.instance.objectNode());
        int port = console.path("port").asInt(8080);
        if (port == 0) {
            throw new WrongCallException(
                    "this configuration takes any free port; name the console's address with"
                            + " --url");
        }
        return URI.create("http://" + console.path("host").asText("127.0.0.1") + ":" + port);
    }

    /**
     * Gets a document.
     *
     * @param path with its query
     * @throws LauncherException when the console does not answer, or refuses; its own words are in
     *     the message
     */
    byte[] get(String path) {
        return get(address(), path);
    }

    static byte[] get(URI address, String path) {
        URI whole = address.resolve(path);
        HttpResponse<byte[]> response;
        try {
            response =
                    HttpClient.newBuilder()
                            .connectTimeout(PATIENCE)
                            .build()
                            .send(
                                    HttpRequest.newBuilder(whole).timeout(PATIENCE).build(),
                                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        } catch (IOException e) {
            throw new LauncherException(
                    "no console answers at "
                            + address
                            + "; start it with ./perimeter demo or ./perimeter up, or name it with"
                            + " --url",
                    e);
        }
        if (response.statusCode() != 200) {
            throw new LauncherException(
                    "the console at "
                            + address
                            + " answers "
                            + response.statusCode()
                            + ": "
                            + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }
}
