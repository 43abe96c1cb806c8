// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.published;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.tile.TileReader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads a log from a web address, whose server may compress what it sends (C2SP tlog-tiles). */
final class HttpTiles implements TileReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI root;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    HttpTiles(URI root) {
        this.root = URI.create(root.toString().replaceFirst("/?$", "/"));
    }

    @Override
    public byte @Nullable [] find(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(root.resolve(path))
                        .timeout(PATIENCE)
                        .header("Accept-Encoding", "gzip, identity")
                        .build();
        HttpResponse<byte[]> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return switch (response.statusCode()) {
            case 200 -> ContentCoding.decode(response);
            case 404 -> null;
            default -> throw new IOException(root + path + " answers " + response.statusCode());
        };
    }
}
