// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.BackChannelLogoutRequest;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;

import org.perimeter.search.api.error.ApiException;

import java.io.IOException;

/** Ends sessions that the provider ended, on nobody's word but its signed one. */
final class BackChannel {

    private final Provider provider;
    private final Sessions sessions;

    BackChannel(Provider provider, Sessions sessions) {
        this.provider = provider;
        this.sessions = sessions;
    }

    /**
     * Ends what a logout token names: one session, or all of a person.
     *
     * @param form the body of the provider's request
     * @throws ApiException 400 when the token is not the provider's, or not for us
     */
    Ended end(String form) throws IOException {
        try {
            LogoutTokenClaimsSet claims =
                    provider.verifyLogout(
                            BackChannelLogoutRequest.parse(URLUtils.parseParameters(form))
                                    .getLogoutToken());
            SessionID session = claims.getSessionID();
            String subject = claims.getSubject() == null ? "" : claims.getSubject().getValue();
            int ended =
                    session == null
                            ? sessions.endAll(person -> person.subject().equals(subject))
                            : sessions.endAll(
                                    person -> session.getValue().equals(person.session()));
            return new Ended(subject, ended);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw ApiException.of(400, "the logout token cannot be trusted");
        }
    }

    /**
     * What was ended.
     *
     * @param subject the provider's name for the person; empty when the token named a session only
     * @param sessions how many
     */
    record Ended(String subject, int sessions) {}
}
