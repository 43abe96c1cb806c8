// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.launcher.demo.ConsoleClient;
import org.perimeter.launcher.demo.DemoFolder;
import org.perimeter.launcher.process.Installation;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.ledger.LedgerEntry;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.ledger.LedgerVerifier;
import org.perimeter.policy.ledger.PayloadStore;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.tlog.tile.DirectoryTiles;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A whole deployment of real processes, of which each is killed in turn. */
final class KilledChildrenIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PREFIX = "killed";
    private static final String PLACE = "mall-tidewell";

    /** What is early in each command line: the end of a long one cannot be seen. */
    private static final String JOB = "jobs/target/classes";

    private static final String CONSOLE = "search-ui/target/classes";
    private static final String NODE = "es.path.home";

    @TempDir private Path folder;
    private final Town town = Town.invented(Town.DEFAULT).orElseThrow();
    private final GeoPoint mall = town.places().get(PLACE).point();
    private final List<String> told = new ArrayList<>();
    private DemoFolder deployed;
    private LocalDeployment deployment;
    private Stores stores;
    private String incident;
    private int written;

    @BeforeEach
    void start() throws Exception {
        int storePort = freePort();
        deployed = DemoFolder.take(folder.resolve("deployment"));
        deployed.govern(LocalDate.now(ZoneOffset.UTC));
        deployed.settle(town);
        Path config = deployed.path().resolve("config.yaml");
        Files.writeString(
                config,
                """
                store: { url: "http://127.0.0.1:%d", prefix: %s }
                keys: { folder: keys }
                rulebook: { folder: rulebook }
                sources:
                  posts: [{ id: exercise, type: ndjson, network: exercise, path: posts.ndjson }]
                  incidents: []
                jobs:
                  { checkpoints: state/checkpoints, checkpointSeconds: 1, jurisdiction: city, webPort: 0 }
                console: { port: %d, ledger: ledger }
                """
                        .formatted(storePort, PREFIX, freePort()));
        Installation installation = new Installation(root(), folder);
        deployment = new LocalDeployment(config, installation, folder, this::tell, List.of());
        deployment.startStore(installation, deployed.nodeData());
        deployment.startProcesses();
        stores = new ElasticStoresFactory("http://127.0.0.1:" + storePort, PREFIX).open();
        incident = new ConsoleClient(deployment.consoleUrl()).open(feature());
    }

    @AfterEach
    void stop() throws Exception {
        if (stores != null) {
            stores.close();
        }
        if (deployment != null) {
            deployment.close();
        }
        if (deployed != null) {
            deployed.close();
        }
    }

    @Test
    void eachKilledProcessComesBackAndPostsFlowAndTheLedgerKnows() throws Exception {
        // Given
        awaitFlow();

        for (String program : List.of(JOB, CONSOLE, NODE)) {
            // When
            int before = outages().size();
            long killed = pid(program);
            assertThat(ProcessHandle.of(killed).orElseThrow().destroyForcibly()).isTrue();

            // Then
            await(program + " comes back")
                    .atMost(PATIENCE)
                    .until(() -> pid(program) > 0 && pid(program) != killed);
            await("the outage in the ledger")
                    .atMost(PATIENCE)
                    .until(() -> outages().size() == before + 1);
            awaitFlow();
            deployment.requireAlive();
        }
        assertThat(outages())
                .extracting(outage -> outage.path("process").asText())
                .containsExactly("jobs", "console", "elasticsearch");
        assertThat(outages())
                .allSatisfy(
                        outage ->
                                assertThat(Instant.parse(outage.path("to").asText()))
                                        .isAfter(Instant.parse(outage.path("from").asText())));
        synchronized (told) {
            assertThat(told).anyMatch(line -> line.startsWith("jobs ended with status 137"));
            assertThat(told).anyMatch(line -> line.startsWith("elasticsearch runs again"));
        }
        deployment.close();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(
                        LedgerVerifier.of(KeyFolder.open(deployed.keys()).ledgerKey())
                                .verify(new DirectoryTiles(deployed.ledger()), null)
                                .ok())
                .isTrue();
    }

    /** Writes posts until one of them is stored: those of a closed gate are dropped for good. */
    private void awaitFlow() {
        long before = Math.max(0, stored());
        await("posts flow")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            deployment.requireAlive();
                            write();
                            return stored() > before;
                        });
    }

    /** -1 while the store is away. */
    private long stored() {
        try {
            stores.posts().refresh();
            return stores.posts().idsOfIncident(incident, 1_000).size();
        } catch (StoreException e) {
            return -1;
        }
    }

    /** What the outages of the ledger commit to. */
    private List<JsonNode> outages() throws IOException {
        DirectoryTiles tiles = new DirectoryTiles(deployed.ledger());
        LedgerReader reader = new LedgerReader(tiles);
        PayloadStore payloads =
                Ledger.payloads(deployed.ledger(), KeyFolder.open(deployed.keys()).ledgerKeys());
        List<JsonNode> outages = new ArrayList<>();
        long size = reader.head().size();
        for (long index = 0; index < size; index++) {
            LedgerEntry entry = LedgerEntry.parse(Objects.requireNonNull(reader.findEntry(index)));
            if (entry.type().name().equals("OUTAGE")) {
                String payload = Objects.requireNonNull(payloads.find(index)).payload();
                outages.add(new ObjectMapper().readTree(payload));
            }
        }
        return outages;
    }

    /** Of the child that runs this program; 0 while none does. */
    private static long pid(String program) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(program))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElse(0);
    }

    private void write() throws IOException {
        written++;
        String now = Clock.systemUTC().instant().toString();
        String author = "https://exercise.invalid/users/quill" + written;
        ObjectNode activity = new ObjectMapper().createObjectNode();
        activity.put("type", "Create").put("actor", author).put("published", now);
        ObjectNode note = activity.putObject("object");
        note.put("type", "Note")
                .put("id", "https://exercise.invalid/posts/" + written)
                .put("attributedTo", author)
                .put("content", "Shots fired at Tidewell Mall, people are running, " + written)
                .put("published", now);
        note.putArray("to").add("https://www.w3.org/ns/activitystreams#Public");
        note.putObject("location")
                .put("type", "Place")
                .put("latitude", mall.lat())
                .put("longitude", mall.lon())
                .put("radius", 20)
                .put("units", "m");
        Files.writeString(
                deployed.path().resolve("posts.ndjson"),
                activity + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private ObjectNode feature() {
        ObjectNode feature = new ObjectMapper().createObjectNode();
        feature.put("type", "Feature").put("id", "killed");
        ObjectNode geometry = feature.putObject("geometry");
        geometry.put("type", "Point");
        geometry.putArray("coordinates").add(mall.lon()).add(mall.lat());
        feature.putObject("properties")
                .put("radiusMeters", 800)
                .put("title", "Shots at the mall")
                .put("category", "SHOOTING")
                .put("priority", 1)
                .put("caseNumber", "EX-2026-1")
                .put("status", "ACTIVE")
                .put("openedAt", Clock.systemUTC().instant().minusSeconds(30).toString())
                .put("exercise", true);
        return feature;
    }

    private void tell(String line) {
        synchronized (told) {
            told.add(line);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("config.sample.yaml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "in a checkout");
        }
        return folder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
