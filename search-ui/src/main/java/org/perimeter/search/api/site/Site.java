// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.site;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where the server is: what it binds to, and under which names it is reached.
 *
 * @param host name or address to bind to
 * @param port port to bind to; 0 for a free one
 * @param publicUrl scheme and authority that people use; null when it is the one that is bound to
 * @param tls certificate and key; null when it speaks plain HTTP
 * @param proxy the one address that may ask, because TLS ends there; null when anyone may
 */
public record Site(
        String host,
        int port,
        @Nullable URI publicUrl,
        @Nullable ServerCertificate tls,
        @Nullable InetAddress proxy) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** A server that this machine alone reaches, without TLS. */
    public static Site local(String host, int port) {
        return new Site(host, port, null, null, null);
    }

    /** Whether browsers reach it by TLS, so that it may insist on it for the future. */
    public boolean isSecure() {
        return tls != null || (publicUrl != null && "https".equals(publicUrl.getScheme()));
    }

    /** The address that it answers at, once it is bound. */
    public String address(int bound) {
        return scheme() + bracketed(host) + ":" + bound;
    }

    /** Host names with ports that are this server, in lower case. */
    public Set<String> authorities(int bound) {
        Set<String> names = new HashSet<>();
        LOOPBACK.forEach(name -> names.add(name + ":" + bound));
        names.add(bracketed(host) + ":" + bound);
        if (publicUrl != null) {
            names.add(publicUrl.getRawAuthority().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Origins whose pages are this server's, in lower case. */
    public Set<String> origins(int bound) {
        Set<String> origins = new HashSet<>();
        LOOPBACK.forEach(name -> origins.add(scheme() + name + ":" + bound));
        origins.add(scheme() + bracketed(host) + ":" + bound);
        if (publicUrl != null) {
            origins.add(
                    publicUrl.getScheme()
                            + "://"
                            + publicUrl.getRawAuthority().toLowerCase(Locale.ROOT));
        }
        return origins;
    }

    private String scheme() {
        return tls == null ? "http://" : "https://";
    }

    private static String bracketed(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.indexOf(':') >= 0 && !lower.startsWith("[") ? "[" + lower + "]" : lower;
    }
}
