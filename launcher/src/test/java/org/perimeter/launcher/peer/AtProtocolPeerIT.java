// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.launcher.demo.DemoFolder;
import org.perimeter.launcher.deployment.LocalDeployment;
import org.perimeter.launcher.process.Installation;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A deployment before the official AT Protocol server: what its official client writes, edits and
 * deletes there comes and goes on the page within seconds.
 */
@Tag("peers")
final class AtProtocolPeerIT {

    private static final String FOLDER = "perimeter.peers";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String ROOM = "/api/v1/incidents/drawn:mall";
    private static final String MALL = "Gunshots at Tidewell Mall, people are running";
    private static final String CROSSING =
            "Somebody was shot near Orchard Street and Birchwood Avenue, ambulance needed";
    private static final String EDITED =
            "One person shot near Orchard Street and Birchwood Avenue, ambulance is here";

    @TempDir private Path folder;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private NodeProgram client;
    private String console;

    @BeforeEach
    void start() throws Exception {
        Path peers = peers();
        String server = "http://127.0.0.1:" + freePort();
        String front = Integer.toString(freePort());
        NodeProgram pds =
                keep(
                        NodeProgram.start(
                                peers,
                                Map.of(
                                        "LOG_ENABLED", "false",
                                        "PLC_PORT", Integer.toString(freePort()),
                                        "PDS_PORT", server.substring(server.lastIndexOf(':') + 1)),
                                "pds.mjs"));
        assertThat(pds.hear().path("ready").asBoolean()).isTrue();
        NodeProgram jetstream =
                keep(
                        NodeProgram.start(
                                peers,
                                Map.of("PDS", server.replace("http:", "ws:"), "PORT", front),
                                "jetstream.mjs"));
        assertThat(jetstream.hear().path("ready").asBoolean()).isTrue();
        client =
                keep(
                        NodeProgram.start(
                                peers,
                                Map.of("PDS", server),
                                "--input-type=module",
                                "--eval",
                                script()));
        deploy("ws://127.0.0.1:" + front + "/subscribe");
    }

    @AfterEach
    void stop() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void whatIsWrittenThereComesAndGoesHere() throws Exception {
        // Given
        join("wrenna.test");
        join("quill.test");
        try (Room room =
                new Room(console + ROOM + "/events?purpose=EXERCISE&caseNumber=EX-2026-1")) {

            // When
            String mall = post("wrenna.test", MALL);
            String crossing = post("quill.test", CROSSING);
            post("quill.test", "Lovely lunch at the harbor, the sun is out");

            // Then
            eventually("posted", () -> room.shows(MALL) && room.shows(CROSSING));
            assertThat(room.get(MALL).at("/match/place/text").asText()).isEqualTo("Tidewell Mall");
            assertThat(room.get(CROSSING).at("/threat/kind").asText()).isEqualTo("REPORT");
            client.ask(
                    Map.of("do", "edit", "handle", "quill.test", "uri", crossing, "text", EDITED));
            eventually("edited", () -> room.shows(EDITED) && !room.shows(CROSSING));
            client.ask(Map.of("do", "erase", "handle", "wrenna.test", "uri", mall));
            eventually("deleted", () -> !room.shows(MALL));
            client.ask(Map.of("do", "leave", "handle", "quill.test"));
            eventually("account deactivated", () -> room.size() == 0);
            assertThat(report().at("/held/total").asLong()).isZero();
            assertThat(report().at("/outsideIncidents/total").asLong()).isZero();
        }
    }

    private static void eventually(String what, Callable<Boolean> condition) {
        long start = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
        System.out.printf(
                Locale.ROOT,
                "%s, on the page after %.1f s%n",
                what,
                (System.nanoTime() - start) / 1e9);
    }

    private void join(String handle) {
        client.ask(Map.of("do", "join", "handle", handle));
    }

    private String post(String handle, String text) {
        return client.ask(Map.of("do", "post", "handle", handle, "text", text))
                .path("uri")
                .asText();
    }

    private void deploy(String source) throws Exception {
        Installation installation = new Installation(root(), folder);
        Town town = Town.invented(Town.DEFAULT).orElseThrow();
        DemoFolder deployed = keep(DemoFolder.take(folder.resolve("deployment")));
        deployed.govern(LocalDate.now(ZoneOffset.UTC));
        deployed.settle(town);
        Path config = deployed.path().resolve("config.yaml");
        Files.writeString(
                config,
                """
                store: { url: "http://127.0.0.1:%d", prefix: peers }
                keys: { folder: keys }
                rulebook: { folder: rulebook }
                sources:
                  posts: [{ id: bluesky, type: jetstream, network: bluesky, url: "%s" }]
                  incidents: [{ id: drawn, type: geojson, path: incidents.geojson, pollSeconds: 1 }]
                jobs: { checkpoints: state/checkpoints, jurisdiction: city, webPort: 0 }
                console: { port: 0 }
                """
                        .formatted(freePort(), source));
        Files.writeString(
                deployed.path().resolve("incidents.geojson"),
                fence(town.places().get("mall-tidewell").point()));
        LocalDeployment deployment =
                keep(
                        new LocalDeployment(
                                config, installation, folder, System.out::println, List.of()));
        deployment.startStore(installation, folder.resolve("elasticsearch"));
        deployment.startProcesses();
        console = deployment.consoleUrl();
        await().atMost(PATIENCE).until(() -> get(ROOM).path("live").asBoolean());
    }

    /** A square of 1 km around a point. */
    private static String fence(GeoPoint middle) {
        StringBuilder corners = new StringBuilder();
        for (int[] corner : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
            corners.append(corners.isEmpty() ? "" : ",")
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    "[%.6f,%.6f]",
                                    middle.lon() + corner[0] * 0.0056,
                                    middle.lat() + corner[1] * 0.0045));
        }
        return """
        {"type":"Feature","id":"mall","geometry":{"type":"Polygon","coordinates":[[%s]]},
         "properties":{"title":"Shots at the mall","category":"SHOOTING","priority":1,
                       "caseNumber":"EX-2026-1","status":"ACTIVE","exercise":true,"openedAt":"%s"}}
        """
                .formatted(corners, Clock.systemUTC().instant().minusSeconds(30));
    }

    private JsonNode report() throws Exception {
        return get("/api/v1/report");
    }

    private JsonNode get(String path) throws Exception {
        return new ObjectMapper()
                .readTree(
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(URI.create(console + path)).build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body());
    }

    /** The peers' folder; that it was named and is not there is a failure. */
    private static Path peers() {
        String named = System.getProperty(FOLDER, "");
        assertThat(named).as("-D%s=DIR names the peers' folder", FOLDER).isNotEmpty();
        Path peers = Path.of(named).toAbsolutePath();
        assertThat(peers.resolve("node22/node_modules/node/bin/node"))
                .as("run npm install in %s", peers.resolve("node22"))
                .isExecutable();
        assertThat(peers.resolve("pdslite/node_modules/@atproto/pds"))
                .as("run npm install in %s", peers.resolve("pdslite"))
                .isDirectory();
        return peers;
    }

    private static String script() throws IOException {
        try (var in = AtProtocolPeerIT.class.getResourceAsStream("at-client.mjs")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("config.sample.yaml"))) {
            folder = folder.getParent();
            assertThat(folder).as("in a checkout").isNotNull();
        }
        return folder;
    }

    private <T extends AutoCloseable> T keep(T each) {
        open.push(each);
        return each;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
