// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.signin.oidc.PendingSignIns.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Leads a sign-in from its beginning at the provider to the verified token, and never further. */
final class SignInDesk {

    private static final Logger LOGGER = LoggerFactory.getLogger(SignInDesk.class);

    private final OidcConfig config;
    private final ClientSecretBasic client;
    private final URI callback;
    private final URI farewell;
    private final Provider provider;
    private final ProviderHttp http;
    private final PendingSignIns pending;
    private final IdentityReader reader;

    /**
     * @param secret the client's
     * @param site scheme and authority under which people reach this console
     */
    SignInDesk(OidcConfig config, String secret, URI site, ProviderHttp http, Clock clock) {
        this.config = config;
        this.client = new ClientSecretBasic(new ClientID(config.clientId()), new Secret(secret));
        this.callback = site.resolve("/signin/callback");
        this.farewell = site.resolve("/signin/bye");
        this.http = http;
        this.provider =
                new Provider(new Issuer(config.issuer()), client.getClientID(), http, clock);
        this.pending = new PendingSignIns(clock);
        this.reader = new IdentityReader(config, clock);
    }

    /** The provider that vouches. */
    Provider provider() {
        return provider;
    }

    /**
     * Begins a sign-in.
     *
     * @param to a path of ours
     * @throws IOException when the provider does not answer
     */
    Begun begin(String to) throws IOException {
        OIDCProviderMetadata metadata = provider.metadata();
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        AuthenticationRequest.Builder request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid"),
                                client.getClientID(),
                                callback)
                        .endpointURI(metadata.getAuthorizationEndpointURI())
                        .state(state)
                        .nonce(nonce)
                        .codeChallenge(verifier, CodeChallengeMethod.S256);
        Integer minutes = config.authMinutes();
        if (minutes != null) {
            request.maxAge(Math.toIntExact(Duration.ofMinutes(minutes).toSeconds()));
        }
        if (!config.acr().isEmpty()) {
            request.acrValues(config.acr().stream().map(ACR::new).toList());
        }
        return new Begun(
                request.build().toURI().toString(), pending.keep(state, nonce, verifier, to));
    }

    /**
     * Finishes a sign-in.
     *
     * @param word out of the cookie of the browser that began it
     * @param query what the provider had the browser bring
     */
    SignInOutcome finish(@Nullable String word, @Nullable String query) {
        Pending begun = pending.take(word);
        if (begun == null) {
            return out(Refusal.ATTEMPT_UNKNOWN);
        }
        try {
            AuthenticationResponse response =
                    AuthenticationResponseParser.parse(callback, URLUtils.parseParameters(query));
            if (!begun.state().equals(response.getState())) {
                return out(Refusal.ATTEMPT_UNKNOWN);
            }
            Issuer named = response.getIssuer();
            if (named != null && !named.getValue().equals(config.issuer())) {
                return out(Refusal.TOKEN_REJECTED);
            }
            return response instanceof AuthenticationSuccessResponse success
                    ? redeem(success, begun)
                    : out(Refusal.PROVIDER_REFUSED);
        } catch (ParseException e) {
            return out(Refusal.ATTEMPT_UNKNOWN);
        }
    }

    /**
     * Where a browser has the provider end its session too; null when the provider has no place.
     */
    @Nullable String farewell(SignedInPerson identity) {
        try {
            URI end = provider.metadata().getEndSessionEndpointURI();
            return end == null
                    ? null
                    : new LogoutRequest(end, SignedJWT.parse(identity.idToken()), farewell, null)
                            .toURI()
                            .toString();
        } catch (IOException | java.text.ParseException e) {
            LOGGER.atWarn().setCause(e).log("the provider cannot be told of a sign-out");
            return null;
        }
    }

    private SignInOutcome redeem(AuthenticationSuccessResponse success, Pending begun) {
        try {
            TokenRequest request =
                    new TokenRequest.Builder(
                                    provider.metadata().getTokenEndpointURI(),
                                    client,
                                    new AuthorizationCodeGrant(
                                            success.getAuthorizationCode(),
                                            callback,
                                            begun.verifier()))
                            .build();
            HTTPResponse answer = request.toHTTPRequest().send(http);
            TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
            if (!(tokens instanceof OIDCTokenResponse granted)) {
                LOGGER.atWarn()
                        .addKeyValue("status", answer.getStatusCode())
                        .log("the provider does not redeem a code");
                return out(
                        answer.getStatusCode() >= 500
                                ? Refusal.PROVIDER_DOWN
                                : Refusal.PROVIDER_REFUSED);
            }
            JWT idToken = granted.getOIDCTokens().getIDToken();
            return reader.read(
                    provider.verify(idToken, begun.nonce()).toJSONObject(),
                    idToken.serialize(),
                    begun.to());
        } catch (IOException e) {
            LOGGER.atWarn().setCause(e).log("the provider does not answer");
            return out(Refusal.PROVIDER_DOWN);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            // The message may quote the token's claims.
            LOGGER.atWarn()
                    .addKeyValue("kind", e.getClass().getSimpleName())
                    .log("a token was refused");
            return out(Refusal.TOKEN_REJECTED);
        }
    }

    private static SignInOutcome out(Refusal refusal) {
        return new SignInOutcome.Out("", refusal);
    }

    /**
     * A sign-in that has begun.
     *
     * @param address of the provider, with what it has to know
     * @param word for the browser's cookie
     */
    record Begun(String address, String word) {}
}
