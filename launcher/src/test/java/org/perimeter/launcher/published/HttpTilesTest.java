// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.tlog.encoding.MalformedLogException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

final class HttpTilesTest {

    private static final byte[] FILE = "an invented tile".getBytes(StandardCharsets.UTF_8);

    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private byte[] body = FILE;
    private String coding = "";
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    accepted.add(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
                    if (!coding.isEmpty()) {
                        exchange.getResponseHeaders().add("Content-Encoding", coding);
                    }
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "tile/0/000", "tile/entries/000"})
    void aCompressedFileIsNoOtherFile(String path) throws IOException {
        // Given
        body = gzip(FILE);
        coding = "GZip";

        // When
        byte[] found = tiles().find(path);

        // Then
        assertThat(found).isEqualTo(FILE);
        assertThat(accepted).containsExactly("gzip, identity");
    }

    @Test
    void codingsComeOffInTheOppositeOrder() throws IOException {
        // Given
        body = gzip(gzip(FILE));
        coding = "gzip, identity, x-gzip";

        // When
        byte[] found = tiles().find("checkpoint");

        // Then
        assertThat(found).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, br"})
    void anotherCodingIsTroubleWithTheServerAndNoAccusation(String other) {
        // Given
        coding = other;

        // When
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> tiles().find("checkpoint"))

                // Then
                .isNotInstanceOf(MalformedLogException.class)
                .withMessageContaining("only gzip and identity");
    }

    @Test
    void aBrokenCodingIsTroubleWithTheServerAndNoAccusation() throws IOException {
        // Given
        byte[] whole = gzip(FILE);
        body = Arrays.copyOf(whole, whole.length - 6);
        coding = "gzip";

        // When
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> tiles().find("checkpoint"))

                // Then
                .isNotInstanceOf(MalformedLogException.class)
                .withMessageContaining("broken gzip");
    }

    private HttpTiles tiles() {
        return new HttpTiles(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
