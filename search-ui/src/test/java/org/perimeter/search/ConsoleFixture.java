// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.rulebook.RulebookDraft;
import org.perimeter.policy.rulebook.RulebookFolder;
import org.perimeter.policy.rulebook.RulebookLoader;
import org.perimeter.policy.rulebook.RulebookSigner;
import org.perimeter.policy.rulebook.RulebookTemplate;
import org.perimeter.policy.rulebook.TrustKeys;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.api.ApiServer;
import org.perimeter.search.api.site.Site;
import org.perimeter.search.ledger.LedgerRoutes;
import org.perimeter.search.oversight.LedgerAudit;
import org.perimeter.search.signin.Entrance;
import org.perimeter.search.signin.LocalEntrance;
import org.perimeter.search.testing.Deployment;
import org.perimeter.search.testing.MovableClock;
import org.perimeter.search.testing.TestLedger;
import org.perimeter.search.webhook.endpoint.Endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A console that serves on a free port: in-memory stores, a real ledger, a signed rulebook. */
final class ConsoleFixture implements AutoCloseable {

    /** When the console's clock starts: noon of a day on which the rulebook is in force. */
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    final MovableClock clock = new MovableClock(NOON);
    final InMemoryStores stores = new InMemoryStores();
    final TestLedger ledger;
    private final Path folder;
    private final NoteSigner agency = Deployment.signer("rtcc.example.org/agency");
    private final NoteSigner board = Deployment.signer("rtcc.example.org/board");
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Console console;
    private @Nullable ApiServer server;
    private List<Endpoint> endpoints = List.of();
    private String address = "";

    ConsoleFixture(Path folder) throws IOException {
        this.folder = folder;
        this.ledger =
                new TestLedger(
                        folder.resolve("ledger"), Deployment.signer("rtcc.example.org/audit"));
    }

    /** A console with the shipped rulebook, signed and in force. */
    static ConsoleFixture started(Path folder) throws IOException {
        ConsoleFixture fixture = new ConsoleFixture(folder);
        fixture.writeRulebook(LocalDate.parse("2026-11-01"), true);
        fixture.start(List.of(Role.values()));
        return fixture;
    }

    void writeRulebook(LocalDate effective, boolean signed) throws IOException {
        writeRulebook(RulebookTemplate.render("Example City RTCC", effective), signed);
    }

    void writeRulebook(String yaml, boolean signed) throws IOException {
        String text = RulebookSigner.text(RulebookDraft.parse(yaml).hash());
        RulebookFolder.write(
                folder.resolve("rulebook"),
                yaml,
                signed ? agency.sign(text).with(board.sign(text)).format() : "");
    }

    /** Endpoints of the console that is started next. */
    void tell(List<Endpoint> webhooks) {
        endpoints = webhooks;
    }

    void start(List<Role> roles) {
        start(audit -> new LocalEntrance(roles, false));
    }

    /** Starts it with a way in of its own. */
    void start(Function<AuditLog, Entrance> entrances) {
        startAt(0, entrances);
    }

    /** Starts it at a port that somebody else has to know before. */
    void startAt(int port, Function<AuditLog, Entrance> entrances) {
        if (server != null) {
            server.close();
        }
        Console built =
                new Console(
                        entrances,
                        stores,
                        ledger,
                        ledger.tiles(),
                        new LedgerAudit(ledger.tiles(), ledger.key(), ledger.payloads()),
                        new IncidentPayload(ledger.seal()),
                        folder.resolve("rulebook"),
                        new RulebookLoader(
                                new TrustKeys(agency.verifierKey(), board.verifierKey()), true),
                        folder.resolve("city"),
                        new LedgerRoutes(
                                        ledger.tiles(),
                                        ledger.key(),
                                        stores.ledgerInbox(),
                                        () -> {})
                                .routes(),
                        endpoints,
                        clock);
        built.openRulebook();
        stores.retentionDiary().finished(NOON);
        ApiServer served = built.server(Site.local("127.0.0.1", port), null);
        address = served.start();
        console = built;
        server = served;
    }

    Console console() {
        return Objects.requireNonNull(console);
    }

    /** Method and path of every route that Javalin serves, written as OpenAPI writes them. */
    List<String> servedRoutes() {
        return Objects.requireNonNull(server).served();
    }

    String address() {
        return address;
    }

    void store(PostWrite... writes) {
        stores.posts().write(List.of(writes)).toCompletableFuture().join();
    }

    void alert(SampleAlert alert) {
        stores.alerts().write(List.of(alert.alert())).toCompletableFuture().join();
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** As whoever the cookie makes one. */
    HttpResponse<String> get(String path, String cookie) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return post(path, body, "application/json");
    }

    HttpResponse<String> post(String path, String body, String mediaType) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        ledger.close();
    }
}
