// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An identity provider on loopback that asks nobody for a password: whoever comes is the person of
 * its next token. It checks what a real one checks: client, redirect, code and verifier.
 */
public final class TestProvider implements AutoCloseable {

    /** Under which it knows the console. */
    public static final String CLIENT = "console-of-a-test";

    /** The client's. */
    public static final String SECRET = "not-a-secret-outside-this-test";

    /** Making one takes longer than a test; what it signs is worth nothing elsewhere. */
    private static final RSAKey FIRST = newKey();

    private final HttpServer server;
    private final Map<String, Map<String, List<String>>> codes = new HashMap<>();
    private RSAKey key = FIRST;
    private UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    private Function<JWTClaimsSet, JWT> signing = this::sign;
    private String redirect = "";

    public TestProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::metadata);
        server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    /** Its name. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Admits this address to send people back to. */
    public void admit(String redirectUri) {
        redirect = redirectUri;
    }

    /** What the next tokens say beyond subject, issuer, audience, times and nonce. */
    public void say(UnaryOperator<JWTClaimsSet.Builder> more) {
        claims = more;
    }

    /** How the next tokens are made out of their claims. */
    public void signBy(Function<JWTClaimsSet, JWT> how) {
        signing = how;
    }

    /** Signs with another key from now on. */
    public void rotate() {
        key = newKey();
    }

    /** Its key, with the private part. */
    public RSAKey key() {
        return key;
    }

    /** A token with these claims, signed as it should be. */
    public JWT sign(JWTClaimsSet set) {
        return sign(set, key);
    }

    /** A token that ends sessions, of the type that Keycloak gives it. */
    public JWT signLogout(JWTClaimsSet set) {
        return sign(set, key, new JOSEObjectType("logout+jwt"));
    }

    /** A token with these claims, signed with any key. */
    public static JWT sign(JWTClaimsSet set, RSAKey with) {
        return sign(set, with, JOSEObjectType.JWT);
    }

    private static JWT sign(JWTClaimsSet set, RSAKey with, JOSEObjectType type) {
        try {
            SignedJWT jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .type(type)
                                    .keyID(with.getKeyID())
                                    .build(),
                            set);
            jwt.sign(new RSASSASigner(with));
            return jwt;
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A key that nobody has. */
    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private void metadata(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",
                 "token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "end_session_endpoint":"%1$s/end",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}
                """
                        .formatted(issuer()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, List<String>> asked =
                URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
        boolean proper =
                CLIENT.equals(one(asked, "client_id"))
                        && redirect.equals(one(asked, "redirect_uri"))
                        && "code".equals(one(asked, "response_type"))
                        && "S256".equals(one(asked, "code_challenge_method"))
                        && one(asked, "nonce") != null;
        if (!proper) {
            answer(exchange, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set("Location", redirect + "?code=" + code + "&state=" + one(asked, "state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> asked = URLUtils.parseParameters(body);
        String client =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        // Each code once.
        Map<String, List<String>> begun = codes.remove(one(asked, "code"));
        boolean proper =
                begun != null
                        && client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        && redirect.equals(one(asked, "redirect_uri"))
                        && CodeChallenge.compute(
                                        CodeChallengeMethod.S256,
                                        new CodeVerifier(one(asked, "code_verifier")))
                                .getValue()
                                .equals(one(begun, "code_challenge"));
        if (!proper) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        JWTClaimsSet set = claims.apply(claims(one(begun, "nonce"))).build();
        answer(
                exchange,
                200,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,"
                        + "\"id_token\":\""
                        + signing.apply(set).serialize()
                        + "\"}");
    }

    private JWTClaimsSet.Builder claims(@Nullable String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("person-1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("nonce", nonce)
                .claim("sid", "session-1")
                .claim("roles", List.of("analyst"));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static @Nullable String one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
