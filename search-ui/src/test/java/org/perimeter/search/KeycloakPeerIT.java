// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.signin.oidc.OidcConfig;
import org.perimeter.search.signin.oidc.OidcEntrance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signing in and out at a real Keycloak. */
@Tag("peers")
final class KeycloakPeerIT {

    private static final String FOLDER = "perimeter.peers";
    private static final String JAVA = "perimeter.peers.java";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String SESSION = "__Host-perimeter-session";
    private static final String ATTEMPT = "__Host-perimeter-attempt";

    @TempDir Path folder;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient browser = HttpClient.newHttpClient();
    private Process keycloak;
    private String base;
    private URI site;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        String named = System.getProperty(FOLDER, "");
        assertThat(named).as("-D%s=DIR names the peers' folder", FOLDER).isNotEmpty();
        String java = System.getProperty(JAVA, "");
        assertThat(java).as("-D%s=DIR names a Java 17 or 21 for Keycloak", JAVA).isNotEmpty();
        Path peer = Path.of(named).toAbsolutePath().resolve("keycloak");
        int port = freePort();
        base = "http://127.0.0.1:" + port;
        ProcessBuilder builder =
                new ProcessBuilder("bash", "start.sh", Integer.toString(port))
                        .directory(peer.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", java);
        keycloak = builder.start();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () ->
                                get(realm() + "/.well-known/openid-configuration").statusCode()
                                        == 200);

        console = new ConsoleFixture(folder);
        console.writeRulebook(LocalDate.parse("2026-11-01"), true);
        // Back-channel logout needs the port, so the console binds where nothing listens yet.
        int consolePort = freePort();
        site = URI.create("http://127.0.0.1:" + consolePort);
        prepareClient(site + "/signin/backchannel");
        OidcConfig config =
                new OidcConfig(
                        realm(),
                        "perimeter-console",
                        "file:oidc.secret",
                        "roles",
                        null,
                        null,
                        null,
                        60,
                        null);
        console.startAt(
                consolePort,
                audit ->
                        new OidcEntrance(
                                config,
                                "test-secret-console",
                                site,
                                new HttpDoor(),
                                audit,
                                Clock.systemUTC()));
    }

    @AfterEach
    void stop() throws Exception {
        if (console != null) {
            console.close();
        }
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
        assertThat(keycloak.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void peopleSignInAsWhatTheyAreAndTheProviderEndsIt() throws Exception {
        // When
        HttpResponse<String> ana = signIn("ana");
        String session = cookie(ana, SESSION);
        String me = console.get("/api/v1/me", session).body();

        // Then
        assertThat(me).contains("\"roles\":[\"ANALYST\"]");
        assertThat(console.get("/api/v1/incidents", session).statusCode()).isEqualTo(200);
        assertThat(console.get("/api/v1/report", session).statusCode()).isEqualTo(403);
        assertThat(console.ledger.of(LedgerEntryType.SIGN_IN)).hasSize(1);

        // When Keycloak ends all sessions of the person
        String admin = adminToken();
        String id =
                asAdmin(admin, "GET", "/users?username=ana&exact=true", null)
                        .get(0)
                        .path("id")
                        .asText();
        asAdmin(admin, "POST", "/users/" + id + "/logout", "{}");

        // Then
        await().atMost(Duration.ofSeconds(20))
                .until(() -> console.get("/api/v1/me", session).statusCode() == 401);
    }

    @Test
    void theBoardReadsAndASecondUseOfACodeIsRefused() throws Exception {
        // Given
        HttpResponse<String> begun = get(console.address() + "/signin/start");
        String query = URI.create(logIn(begun, "bea")).getRawQuery();
        String attempt = cookie(begun, ATTEMPT);

        // When
        HttpResponse<String> bea = console.get("/signin/callback?" + query, attempt);
        HttpResponse<String> again = console.get("/signin/callback?" + query, attempt);
        String session = cookie(bea, SESSION);

        // Then
        assertThat(console.get("/api/v1/report", session).statusCode()).isEqualTo(200);
        assertThat(console.get("/api/v1/incidents", session).statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("ATTEMPT_UNKNOWN");
    }

    private HttpResponse<String> signIn(String person) throws Exception {
        HttpResponse<String> begun = get(console.address() + "/signin/start");
        String back = logIn(begun, person);
        assertThat(back).startsWith(site + "/signin/callback?");
        return console.get(
                "/signin/callback?" + URI.create(back).getRawQuery(), cookie(begun, ATTEMPT));
    }

    /** Fills Keycloak's form in; where it sends the browser then. */
    private String logIn(HttpResponse<String> begun, String person) throws Exception {
        HttpResponse<String> page = get(begun.headers().firstValue("Location").orElseThrow());
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                                .header("Content-Type", FORM_TYPE)
                                .header("Cookie", allCookies(page))
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "username=" + person + "&password=" + person)));
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Roles into the ID token, and where sessions are ended. */
    private void prepareClient(String backChannel) throws Exception {
        String admin = adminToken();
        ObjectNode client =
                (ObjectNode)
                        asAdmin(admin, "GET", "/clients?clientId=perimeter-console", null).get(0);
        ((ObjectNode) client.path("attributes")).put("backchannel.logout.url", backChannel);
        String path = "/clients/" + client.path("id").asText();
        asAdmin(admin, "PUT", path, client.toString());
        ObjectNode mapper =
                json.createObjectNode()
                        .put("name", "roles")
                        .put("protocol", "openid-connect")
                        .put("protocolMapper", "oidc-usermodel-realm-role-mapper");
        mapper.putObject("config")
                .put("claim.name", "roles")
                .put("multivalued", "true")
                .put("jsonType.label", "String")
                .put("id.token.claim", "true");
        asAdmin(admin, "POST", path + "/protocol-mappers/models", mapper.toString());
    }

    private String adminToken() throws Exception {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                base
                                                        + "/realms/master/protocol/openid-connect"
                                                        + "/token"))
                                .header("Content-Type", FORM_TYPE)
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=password&client_id=admin-cli"
                                                        + "&username=admin&password=admin")));
        return json.readTree(answer.body()).path("access_token").asText();
    }

    private JsonNode asAdmin(String token, String method, String path, @Nullable String body)
            throws Exception {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(URI.create(base + "/admin/realms/perimeter" + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        body == null
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body)));
        // What an earlier run made is there already.
        assertThat(answer.statusCode()).as(path).isIn(200, 201, 204, 409);
        return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private HttpResponse<String> get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String realm() {
        return base + "/realms/perimeter";
    }

    /** They are for TLS or this machine, which the client's own keeping does not know. */
    private static String allCookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        String header =
                answer.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith(name + "="))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(answer.body()));
        return header.substring(0, header.indexOf(';'));
    }
}
