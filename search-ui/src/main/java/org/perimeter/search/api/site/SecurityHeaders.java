// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.site;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

import java.util.List;

/**
 * Puts the same protective headers on every answer, errors of the server itself included: it acts
 * before any handler. {@code Strict-Transport-Security} is among them only where browsers use TLS,
 * because RFC 6797 forbids it elsewhere.
 */
public final class SecurityHeaders implements HttpConfiguration.Customizer {

    private static final List<HttpField> FIELDS =
            List.of(
                    new PreEncodedHttpField(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src"
                                    + " 'self'; connect-src 'self'; base-uri 'none'; form-action"
                                    + " 'self'; frame-ancestors 'none'; require-trusted-types-for"
                                    + " 'script'"),
                    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                    new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
                    new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
                    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
                    new PreEncodedHttpField("X-Frame-Options", "DENY"),
                    new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"));

    private static final HttpField INSIST =
            new PreEncodedHttpField(
                    HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");

    private final boolean secure;

    /**
     * @param secure whether browsers reach this server by TLS
     */
    public SecurityHeaders(boolean secure) {
        this.secure = secure;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        for (HttpField field : FIELDS) {
            responseHeaders.put(field);
        }
        if (secure) {
            responseHeaders.put(INSIST);
        }
        return request;
    }
}
