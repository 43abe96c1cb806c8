// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

/** Whom a route answers. */
public enum RouteAudience {
    /** Whoever the door knows. What a route does not say otherwise. */
    KNOWN,
    /** Anyone: what it shows is public, or it is the way in. */
    ANYONE,
    /**
     * Other servers, whose message proves by its signature whom it is from; the rules about pages
     * that a browser shows do not concern them.
     */
    SERVERS
}
