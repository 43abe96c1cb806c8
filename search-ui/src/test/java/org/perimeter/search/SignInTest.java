// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.signin.oidc.OidcConfig;
import org.perimeter.search.signin.oidc.OidcEntrance;
import org.perimeter.search.testing.TestProvider;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Signing in, being somebody and signing out, at a provider that is a real server on loopback. */
final class SignInTest {

    private static final URI SITE = URI.create("https://rtcc.example.org");
    private static final String SESSION = "__Host-perimeter-session";
    private static final String ATTEMPT = "__Host-perimeter-attempt";

    @TempDir Path folder;
    private final HttpClient browser = HttpClient.newHttpClient();
    private TestProvider provider;
    private ConsoleFixture console;

    @BeforeEach
    void start() throws Exception {
        provider = new TestProvider();
        provider.admit(SITE + "/signin/callback");
        console = new ConsoleFixture(folder);
        console.writeRulebook(LocalDate.parse("2026-11-01"), true);
        start(null, null, null);
    }

    private void start(
            @Nullable List<String> acr, @Nullable List<String> amr, @Nullable Integer authMinutes) {
        OidcConfig config =
                new OidcConfig(
                        provider.issuer(),
                        TestProvider.CLIENT,
                        "file:oidc.secret",
                        null,
                        Map.of(
                                "analyst", Role.ANALYST,
                                "supervisor", Role.SUPERVISOR,
                                "auditor", Role.AUDITOR),
                        acr,
                        amr,
                        authMinutes,
                        null);
        console.start(
                audit ->
                        new OidcEntrance(
                                config,
                                TestProvider.SECRET,
                                SITE,
                                new HttpDoor(),
                                audit,
                                console.clock));
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
        provider.close();
    }

    @Test
    @Control({"ACC-01", "AUD-02"})
    void whoSignsInIsTheActorOfWhatTheyDo() throws Exception {
        // Given
        String session = session(signIn());

        // When
        HttpResponse<String> incidents = console.get("/api/v1/incidents", session);
        HttpResponse<String> report = console.get("/api/v1/report", session);

        // Then
        assertThat(incidents.statusCode()).isEqualTo(200);
        assertThat(report.statusCode()).isEqualTo(403);
        assertThat(console.ledger.of(LedgerEntryType.SIGN_IN))
                .extracting(LedgerDraft::actor)
                .containsExactly("person-1");
        assertThat(console.ledger.of(LedgerEntryType.READ))
                .extracting(LedgerDraft::actor)
                .containsExactly("person-1");
        assertThat(console.ledger.of(LedgerEntryType.DENY))
                .extracting(LedgerDraft::actor)
                .containsExactly("person-1");
    }

    @Test
    void theSessionsCookieStaysOnThisSite() throws Exception {
        // When
        HttpResponse<String> signedIn = signIn();

        // Then
        String cookie = cookieHeader(signedIn, SESSION);
        assertThat(cookie)
                .startsWith(SESSION + "=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Max-Age", "Domain");
        // The cookie does not come along from the provider, so the page leads on from here.
        assertThat(signedIn.body())
                .contains("http-equiv=\"refresh\" content=\"0;url=/incidents/manual:1\"");
        assertThat(signedIn.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void rolesComeFromTheTokenAlone() throws Exception {
        // Given
        String session = session(signIn());

        // When
        String me = console.get("/api/v1/me?roles=SUPERVISOR", session).body();
        HttpResponse<String> chosen =
                post("/api/v1/me", session, "{\"person\":\"SUPERVISOR\"}", "application/json");

        // Then
        assertThat(me).contains("\"roles\":[\"ANALYST\"]", "\"canSignOut\":true");
        assertThat(chosen.statusCode()).isEqualTo(405);
    }

    /** A token, and why its person cannot come in. */
    record Bad(String name, String reason, Consumer<TestProvider> make) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> badTokens() {
        Date past = Date.from(Instant.now().minus(Duration.ofHours(1)));
        return Stream.of(
                saying("wrong nonce", "TOKEN_REJECTED", "nonce", "another"),
                saying("no nonce", "TOKEN_REJECTED", "nonce", null),
                saying("wrong audience", "TOKEN_REJECTED", "aud", "another-client"),
                saying("wrong issuer", "TOKEN_REJECTED", "iss", "https://id.example.net"),
                saying("expired", "TOKEN_REJECTED", "exp", past),
                saying("no subject", "TOKEN_REJECTED", "sub", null),
                saying("unknown role", "NO_ROLE", "roles", List.of("janitor")),
                saying("no role", "NO_ROLE", "roles", null),
                saying(
                        "roles that exclude each other",
                        "CONFLICTING_ROLES",
                        "roles",
                        List.of("analyst", "auditor")),
                new Bad("unsigned", "TOKEN_REJECTED", p -> p.signBy(PlainJWT::new)),
                new Bad(
                        "signed by another key of the same name",
                        "TOKEN_REJECTED",
                        p -> p.signBy(set -> TestProvider.sign(set, sameName(p)))),
                new Bad(
                        "signed with the public key as a password",
                        "TOKEN_REJECTED",
                        p -> p.signBy(set -> withPublicKey(set, p))));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    @Control({"ACC-01", "ACC-04"})
    void aTokenThatIsNotAsItShouldBeOpensNothing(Bad bad) throws Exception {
        // Given
        bad.make().accept(provider);

        // When
        HttpResponse<String> answer = signIn();

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<code>" + bad.reason() + "</code>");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith(SESSION));
        assertThat(console.ledger.of(LedgerEntryType.SIGN_IN)).isEmpty();
        assertThat(console.ledger.of(LedgerEntryType.DENY))
                .singleElement()
                .satisfies(
                        entry ->
                                assertThat(entry.payload())
                                        .contains("\"reason\":\"" + bad.reason() + "\""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', SECOND_FACTOR",
        "gold, '', '', SECOND_FACTOR",
        "gold, otp, '', NOT_FRESH",
        "gold, otp, 400, NOT_FRESH",
        "silver, otp, 10, SECOND_FACTOR",
        "gold, otp, 10, ''"
    })
    @Control("ACC-01")
    void whatTheDeploymentDemandsOfAProofIsDemanded(
            String acr, String amr, String secondsAgo, String reason) throws Exception {
        // Given
        start(List.of("gold"), List.of("otp", "hwk"), 5);
        provider.say(
                claims ->
                        claims.claim("acr", acr.isEmpty() ? null : acr)
                                .claim("amr", amr.isEmpty() ? List.of("pwd") : List.of("pwd", amr))
                                .claim(
                                        "auth_time",
                                        secondsAgo.isEmpty()
                                                ? null
                                                : ConsoleFixture.NOON.getEpochSecond()
                                                        - Long.parseLong(secondsAgo)));

        // When
        HttpResponse<String> answer = signIn();

        // Then
        assertThat(answer.statusCode()).isEqualTo(reason.isEmpty() ? 200 : 403);
        assertThat(answer.body()).contains(reason);
    }

    @Test
    void anAnswerOfTheProviderIsGoodOnceAndInOneBrowser() throws Exception {
        // Given
        HttpResponse<String> begun = begin("/");
        String query = atProvider(begun);
        String attempt = cookie(begun, ATTEMPT);
        String otherBrowser = cookie(begin("/"), ATTEMPT);

        // When
        HttpResponse<String> stolen = get("/signin/callback?" + query, otherBrowser);
        HttpResponse<String> without = get("/signin/callback?" + query, "a=b");
        HttpResponse<String> good = get("/signin/callback?" + query, attempt);
        HttpResponse<String> again = get("/signin/callback?" + query, attempt);

        // Then
        assertThat(List.of(stolen, without, again))
                .allSatisfy(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(403);
                            assertThat(answer.body()).contains("ATTEMPT_UNKNOWN");
                        });
        assertThat(good.statusCode()).isEqualTo(200);
    }

    @Test
    void anAttemptIsOverAfterTenMinutes() throws Exception {
        // Given
        HttpResponse<String> begun = begin("/");
        String query = atProvider(begun);

        // When
        console.clock.advance(Duration.ofMinutes(10));
        HttpResponse<String> late = get("/signin/callback?" + query, cookie(begun, ATTEMPT));

        // Then
        assertThat(late.body()).contains("ATTEMPT_UNKNOWN");
    }

    @Test
    void aSessionThatSomebodyPlantedIsNotTheOneThatIsOpened() throws Exception {
        // Given
        HttpResponse<String> begun = begin("/");
        String planted = SESSION + "=planted";

        // When
        HttpResponse<String> signedIn =
                get(
                        "/signin/callback?" + atProvider(begun),
                        cookie(begun, ATTEMPT) + "; " + planted);

        // Then
        assertThat(session(signedIn)).isNotEqualTo(planted);
        assertThat(console.get("/api/v1/me", planted).statusCode()).isEqualTo(401);
    }

    @Test
    @Control("ACC-03")
    void whoDoesNothingForHalfAnHourIsOut() throws Exception {
        // Given
        String session = session(signIn());

        // When
        console.clock.advance(Duration.ofMinutes(29));
        int looking = console.get("/api/v1/status", session).statusCode();
        int doing = post("/signin/here", session, "{}", "application/json").statusCode();
        console.clock.advance(Duration.ofMinutes(29));
        int still = console.get("/api/v1/status", session).statusCode();
        // What the page asks for by itself is no deed.
        console.clock.advance(Duration.ofMinutes(1));
        int idle = console.get("/api/v1/status", session).statusCode();

        // Then
        assertThat(List.of(looking, doing, still, idle)).containsExactly(200, 200, 200, 401);
    }

    @Test
    @Control("ACC-03")
    void nobodyIsInForMoreThanTwelveHours() throws Exception {
        // Given
        String session = session(signIn());

        // When
        for (int i = 0; i < 36; i++) {
            assertThat(post("/signin/here", session, "{}", "application/json").statusCode())
                    .isEqualTo(200);
            console.clock.advance(Duration.ofMinutes(20));
        }

        // Then
        assertThat(console.get("/api/v1/status", session).statusCode()).isEqualTo(401);
    }

    @Test
    @Control("ACC-03")
    void aLiveViewEndsWithTheSession() throws Exception {
        // Given
        String session = session(signIn());
        HttpResponse<Stream<String>> stream =
                browser.send(
                        HttpRequest.newBuilder(URI.create(console.address() + "/api/v1/events"))
                                .header("Cookie", session)
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());

        // When
        post("/signin/out", session, "{}", "application/json");

        // Then
        assertThat(stream.body().anyMatch(line -> line.equals("event: refused"))).isTrue();
    }

    @Test
    void signingOutEndsBothSessions() throws Exception {
        // Given
        String session = session(signIn());

        // When
        HttpResponse<String> out = post("/signin/out", session, "{}", "application/json");

        // Then
        assertThat(ConsoleFixture.json(out).path("next").asText())
                .startsWith(provider.issuer() + "/end?")
                .contains("id_token_hint=", "post_logout_redirect_uri=");
        assertThat(console.get("/api/v1/me", session).statusCode()).isEqualTo(401);
        assertThat(console.ledger.of(LedgerEntryType.SIGN_OUT)).hasSize(1);
    }

    @Test
    void theProviderEndsTheSessionsThatItsTokenNames() throws Exception {
        // Given
        String session = session(signIn());
        provider.say(claims -> claims.claim("sid", "session-2").subject("person-2"));
        String other = session(signIn());

        // When
        HttpResponse<String> ended = logout(provider.signLogout(logoutClaims("session-1")));

        // Then
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(console.get("/api/v1/me", session).statusCode()).isEqualTo(401);
        assertThat(console.get("/api/v1/me", other).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseCanEndASession() throws Exception {
        // Given
        String session = session(signIn());
        JWTClaimsSet good = logoutClaims("session-1");
        JWTClaimsSet other = new JWTClaimsSet.Builder(good).audience("another-client").build();
        JWTClaimsSet noEvent = new JWTClaimsSet.Builder(good).claim("events", null).build();

        // When
        List<HttpResponse<String>> answers =
                List.of(
                        logout(TestProvider.sign(good, TestProvider.newKey())),
                        logout(new PlainJWT(good)),
                        logout(provider.sign(other)),
                        logout(provider.sign(noEvent)),
                        post("/signin/backchannel", "a=b", "logout_token=x", FORM),
                        post("/signin/backchannel", "a=b", "{}", "application/json"));

        // Then
        assertThat(answers).allMatch(answer -> answer.statusCode() >= 400);
        assertThat(console.get("/api/v1/me", session).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.net",
                "https://evil.example.net/",
                "/\\evil.example.net",
                "/%0d%0aSet-Cookie:a=b\r\n",
                "javascript:alert(1)",
                "/signin/start",
                "/a\"><script>"
            })
    void signingInLeadsToPagesOfThisSiteAlone(String to) throws Exception {
        // When
        HttpResponse<String> begun = begin(to);
        HttpResponse<String> signedIn =
                get("/signin/callback?" + atProvider(begun), cookie(begun, ATTEMPT));

        // Then
        assertThat(signedIn.body()).contains("content=\"0;url=/\"");
    }

    @Test
    void aPageLeadsToTheWayInAndBackAgain() throws Exception {
        // When
        HttpResponse<String> page = console.get("/incidents/manual:1");
        HttpResponse<String> data = console.get("/api/v1/incidents");
        HttpResponse<String> door =
                console.get(page.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> known = get("/signin/start?to=%2Freport", session(signIn()));

        // Then
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(data.statusCode()).isEqualTo(401);
        assertThat(door.body()).contains("/signin/start?to=%2Fincidents%2Fmanual%3A1");
        assertThat(known.headers().firstValue("Location")).hasValue("/report");
    }

    @Test
    void keysThatTheProviderChangesAreFound() throws Exception {
        // Given
        signIn();
        provider.rotate();

        // When
        HttpResponse<String> answer = signIn();

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whileTheProviderIsDownNobodyComesInAndNobodyFallsOut() throws Exception {
        // Given
        String session = session(signIn());
        HttpResponse<String> begun = begin("/");
        String query = atProvider(begun);
        provider.close();

        // When
        HttpResponse<String> late = get("/signin/callback?" + query, cookie(begun, ATTEMPT));

        // Then
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.body()).contains("PROVIDER_DOWN");
        assertThat(console.get("/api/v1/me", session).statusCode()).isEqualTo(200);
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    private HttpResponse<String> begin(String to) throws Exception {
        return get("/signin/start?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), "a=b");
    }

    /** What the provider has the browser bring. */
    private String atProvider(HttpResponse<String> begun) throws Exception {
        HttpResponse<String> answer =
                browser.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                begun.headers()
                                                        .firstValue("Location")
                                                        .orElseThrow()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(SITE + "/signin/callback?");
        return URI.create(back).getRawQuery();
    }

    private HttpResponse<String> signIn() throws Exception {
        HttpResponse<String> begun = begin("/incidents/manual:1");
        assertThat(cookieHeader(begun, ATTEMPT)).contains("SameSite=Lax", "HttpOnly", "Secure");
        return get("/signin/callback?" + atProvider(begun), cookie(begun, ATTEMPT));
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return console.get(path, cookie);
    }

    private HttpResponse<String> post(String path, String cookie, String body, String type)
            throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(console.address() + path))
                        .header("Cookie", cookie)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> logout(JWT token) throws Exception {
        return post("/signin/backchannel", "a=b", "logout_token=" + token.serialize(), FORM);
    }

    private JWTClaimsSet logoutClaims(String session) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(TestProvider.CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(2))))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", session)
                .claim(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .build();
    }

    private static String session(HttpResponse<String> signedIn) {
        return cookie(signedIn, SESSION);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        String header = cookieHeader(answer, name);
        return header.substring(0, header.indexOf(';'));
    }

    private static String cookieHeader(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    private static Bad saying(String name, String reason, String claim, @Nullable Object value) {
        return new Bad(name, reason, p -> p.say(claims -> claims.claim(claim, value)));
    }

    private static RSAKey sameName(TestProvider provider) {
        return new RSAKey.Builder(TestProvider.newKey()).keyID(provider.key().getKeyID()).build();
    }

    private static JWT withPublicKey(JWTClaimsSet set, TestProvider provider) {
        try {
            SignedJWT jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .type(JOSEObjectType.JWT)
                                    .keyID(provider.key().getKeyID())
                                    .build(),
                            set);
            jwt.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));
            return jwt;
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
