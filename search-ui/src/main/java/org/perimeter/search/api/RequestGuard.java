// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.search.api.error.ApiException;
import org.perimeter.search.api.site.Site;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses requests that a foreign web page could have caused: a {@code Host} that is not ours (a
 * name that somebody else points at this address), unsafe methods that come from another site, and
 * reads from there that would leave an entry in the ledger, because an image on a foreign page
 * could else make an actor appear to have looked.
 */
final class RequestGuard implements Handler {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Site site;
    private final Set<String> betweenServers;

    /**
     * @param site where the server is reached
     * @param table its routes, of which some are for other servers
     */
    RequestGuard(Site site, RouteTable table) {
        this.site = site;
        this.betweenServers =
                table.routes().stream()
                        .filter(route -> route.audience() == RouteAudience.SERVERS)
                        .map(Route::path)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void handle(Context context) {
        int port = context.req().getLocalPort();
        if (!isFromProxy(context)) {
            throw ApiException.of(403, "this server answers its proxy alone");
        }
        if (!isOurs(context.header("Host"), port)) {
            throw ApiException.of(421, "this server does not answer under that host name");
        }
        if (betweenServers.contains(context.path())) {
            return;
        }
        if (!SAFE.contains(context.req().getMethod())) {
            requireOwnSite(context, port);
        } else if (leavesEntry(context.path())) {
            refuseForeign(context, port);
        }
    }

    /** The published log is for anyone; what lies under these is recorded, or its refusal is. */
    private static boolean leavesEntry(String path) {
        return path.startsWith("/api/") || path.equals("/report");
    }

    /**
     * Programs say nothing of where they come from; a browser does when it comes from elsewhere.
     */
    @Control("AUD-02")
    private void refuseForeign(Context context, int port) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        String referer = context.header("Referer");
        boolean foreign =
                (site != null && !OWN_SITE.contains(site))
                        || (origin != null && !isOurPage(origin, port))
                        || (referer != null && !isOurPage(referer, port));
        if (foreign) {
            throw ApiException.of(
                    403, "requests that leave an entry in the ledger must come from this site");
        }
    }

    private boolean isOurPage(String url, int port) {
        int scheme = url.indexOf("://");
        int path = scheme < 0 ? -1 : url.indexOf('/', scheme + "://".length());
        String origin = path < 0 ? url : url.substring(0, path);
        return site.origins(port).contains(origin.toLowerCase(Locale.ROOT));
    }

    private boolean isFromProxy(Context context) {
        InetAddress proxy = site.proxy();
        return proxy == null
                || proxy.getHostAddress()
                        .equals(context.req().getRemoteAddr().replaceAll("[\\[\\]]", ""));
    }

    private void requireOwnSite(Context context, int port) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site)) {
            throw foreign();
        }
        String origin = context.header("Origin");
        if (origin != null) {
            if (!isOurPage(origin, port)) {
                throw foreign();
            }
        } else if (site == null && !MediaTypes.isBeyondForms(context.contentType())) {
            // A form can be sent from anywhere without saying so; these types cannot.
            throw foreign();
        }
    }

    private boolean isOurs(@Nullable String authority, int port) {
        return authority != null
                && site.authorities(port).contains(authority.toLowerCase(Locale.ROOT));
    }

    private static ApiException foreign() {
        return ApiException.of(403, "requests that change something must come from this site");
    }
}
