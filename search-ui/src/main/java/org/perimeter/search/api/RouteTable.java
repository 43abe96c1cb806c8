// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import java.util.ArrayList;
import java.util.List;

/** All routes of the server, with the one that describes them. */
public final class RouteTable {

    private final List<Route> routes;
    private final byte[] document;

    /**
     * @param features the routes of the feature packages
     */
    public RouteTable(List<Route> features) {
        this(features, List.of());
    }

    /**
     * @param features the routes of the feature packages
     * @param outgoing the requests that this system makes to others
     */
    public RouteTable(List<Route> features, List<Outgoing> outgoing) {
        List<Route> all = new ArrayList<>(features);
        all.add(
                Route.document(
                                "/api/v1/openapi.json",
                                "This document.",
                                Route.JSON,
                                call -> openApi())
                        .open(RouteAudience.ANYONE));
        this.routes = List.copyOf(all);
        this.document = new OpenApiDocument(routes, outgoing).bytes();
    }

    /** Every route, in the order of declaration. */
    public List<Route> routes() {
        return routes;
    }

    /** The OpenAPI 3.1 document, as JSON. */
    public byte[] openApi() {
        return document.clone();
    }
}
