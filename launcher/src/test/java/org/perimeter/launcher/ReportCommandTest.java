// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The commands that ask a running console, against a console that only notes what it is asked. */
final class ReportCommandTest {

    @TempDir Path folder;

    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer console;
    private int status = 200;
    private String body = "<!doctype html>";

    @BeforeEach
    void serve() throws IOException {
        console = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        console.createContext("/", this::answer);
        console.start();
    }

    @AfterEach
    void stop() {
        console.stop(0);
    }

    @Test
    void asksForTheDaysTheEditionAndTheForm() throws Exception {
        // Given
        Path out = folder.resolve("report.json");

        // When
        int exit =
                execute(
                        "report --from 2026-11-01 --to 2026-11-30 --edition public --format json"
                                + " --url "
                                + url()
                                + " --out "
                                + out);

        // Then
        assertThat(exit).as(err.toString()).isZero();
        assertThat(asked)
                .containsExactly("/api/v1/report?edition=public&from=2026-11-01&to=2026-11-30");
        assertThat(out).hasContent(body);
    }

    @Test
    void findsTheConsoleInTheConfigurationAndAsksForTheBoardsPage() throws Exception {
        // Given
        Path config =
                Files.writeString(
                        folder.resolve("config.yaml"),
                        "console: { port: " + console.getAddress().getPort() + " }\n");

        // When
        int exit = execute("report --config " + config + " --out " + folder.resolve("r.html"));

        // Then
        assertThat(exit).as(err.toString()).isZero();
        assertThat(asked).containsExactly("/report?edition=board");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report --format pdf",
                "report --format csv",
                "report --format papyrus",
                "report --from 2026-11-30 --to 2026-11-01",
                "report --from yesterday",
                "report --edition secret",
                "report --url http://127.0.0.1:1 --config x.yaml",
                "report --url nonsense",
                "report --config nowhere.yaml",
                "retention",
            })
    void refusesAWrongCallInOneLine(String call) {
        // When
        int exit = execute(call);

        // Then
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void saysThatNoConsoleAnswers() {
        // Given
        String gone = url();
        console.stop(0);

        // When
        int exit = execute("report --url " + gone);

        // Then
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("no console answers at " + gone);
    }

    @Test
    void passesOnWhyTheConsoleRefuses() {
        // Given
        status = 403;
        body = "{\"error\":\"refused by rule ACC-01\"}";

        // When
        int exit = execute("report --url " + url() + " --out " + folder.resolve("r.html"));

        // Then
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("403").contains("refused by rule ACC-01");
        assertThat(folder.resolve("r.html")).doesNotExist();
    }

    @Test
    void retentionStatusFailsWhenSomethingIsOverdue() {
        // Given
        body = "{\"held\":{\"total\":5,\"overdue\":1,\"classes\":[]}}";

        // When
        int exit = execute("retention status --url " + url());

        // Then
        assertThat(exit).isEqualTo(1);
        assertThat(asked).containsExactly("/api/v1/report");
    }

    private String url() {
        return "http://127.0.0.1:" + console.getAddress().getPort();
    }

    private int execute(String call) {
        CommandLine line = Perimeter.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.of(call.split(" ", -1)).toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
