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
        List<Route> all = new ArrayList<>(features);
        all.add(
                Route.document(
                        "/api/v1/openapi.json", "This document.", Route.JSON, call -> openApi()));
        this.routes = List.copyOf(all);
        this.document = new OpenApiDocument(routes).bytes();
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
