// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

import java.util.List;

/**
 * Puts the same protective headers on every answer, errors of the server itself included: it acts
 * before any handler. {@code Strict-Transport-Security} is not among them, because RFC 6797 forbids
 * it on answers without TLS.
 */
final class SecurityHeaders implements HttpConfiguration.Customizer {

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

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        for (HttpField field : FIELDS) {
            responseHeaders.put(field);
        }
        return request;
    }
}
