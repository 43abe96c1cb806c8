// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The identity provider: its metadata, asked for when they are needed and again every hour, and its
 * keys, asked for again when a token names one that is not known.
 */
final class Provider {

    private static final Duration METADATA_LIFE = Duration.ofHours(1);

    /** Signatures that nobody can make who only knows what we know. */
    private static final Set<JWSAlgorithm> SIGNED_BY_PROVIDER = signedByProvider();

    private final Issuer issuer;
    private final ClientID client;
    private final ProviderHttp http;
    private final Clock clock;
    private @Nullable Known known;

    Provider(Issuer issuer, ClientID client, ProviderHttp http, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.http = http;
        this.clock = clock;
    }

    /**
     * What it says of itself.
     *
     * @throws IOException when it does not answer, or as somebody else
     */
    OIDCProviderMetadata metadata() throws IOException {
        return known().metadata();
    }

    /**
     * The claims of an ID token that it signed for us, in this sign-in, and that is valid now.
     *
     * @throws BadJOSEException when it is not
     * @throws JOSEException when its keys cannot be had
     */
    IDTokenClaimsSet verify(JWT idToken, Nonce nonce)
            throws IOException, BadJOSEException, JOSEException {
        return known().idTokens().validate(idToken, nonce);
    }

    /** As {@link #verify}, for a token that ends sessions. */
    LogoutTokenClaimsSet verifyLogout(JWT token)
            throws IOException, BadJOSEException, JOSEException {
        Known now = known();
        return LogoutTokenValidator.TYPE.equals(token.getHeader().getType())
                ? now.typedLogoutTokens().validate(token)
                : now.logoutTokens().validate(token);
    }

    private synchronized Known known() throws IOException {
        Known before = known;
        if (before != null && before.until().isAfter(clock.instant())) {
            return before;
        }
        Known fresh = ask();
        known = fresh;
        return fresh;
    }

    private Known ask() throws IOException {
        OIDCProviderMetadata metadata;
        try {
            metadata =
                    OIDCProviderMetadata.parse(
                            http.document(OIDCProviderMetadata.resolveURL(issuer)));
        } catch (GeneralException e) {
            throw new IOException("the provider's metadata cannot be read", e);
        }
        if (!issuer.equals(metadata.getIssuer())
                || metadata.getAuthorizationEndpointURI() == null
                || metadata.getTokenEndpointURI() == null) {
            throw new IOException("the provider's metadata are those of another, or incomplete");
        }
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), http)
                        .refreshAheadCache(false)
                        .retrying(true)
                        .build();
        JWSVerificationKeySelector<SecurityContext> selector =
                new JWSVerificationKeySelector<>(SIGNED_BY_PROVIDER, keys);
        return new Known(
                metadata,
                new IDTokenValidator(issuer, client, selector, null),
                // Not all providers name the type; the event that it must hold tells it from
                // others.
                new LogoutTokenValidator(issuer, client, false, selector, null),
                new LogoutTokenValidator(issuer, client, true, selector, null),
                clock.instant().plus(METADATA_LIFE));
    }

    private static Set<JWSAlgorithm> signedByProvider() {
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        algorithms.addAll(JWSAlgorithm.Family.ED);
        return Set.copyOf(algorithms);
    }

    private record Known(
            OIDCProviderMetadata metadata,
            IDTokenValidator idTokens,
            LogoutTokenValidator logoutTokens,
            LogoutTokenValidator typedLogoutTokens,
            Instant until) {}
}
