// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.measured;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.policy.model.place.GeoPoint;

import java.time.Instant;

/** The incident beside which a measurement's posts are read, as GeoJSON for the console. */
public final class MeasuredIncident {

    /** Its landmark in the exercise's city. */
    public static final String PLACE = "mall-tidewell";

    private static final int RADIUS_METERS = 800;

    private MeasuredIncident() {}

    /**
     * An exercise at the mall that was opened a minute ago.
     *
     * @param id of the feature
     */
    public static ObjectNode feature(String id, GeoPoint mall, String caseNumber, Instant now) {
        ObjectNode feature = new ObjectMapper().createObjectNode();
        feature.put("type", "Feature").put("id", id);
        ObjectNode geometry = feature.putObject("geometry");
        geometry.put("type", "Point");
        geometry.putArray("coordinates").add(mall.lon()).add(mall.lat());
        feature.putObject("properties")
                .put("radiusMeters", RADIUS_METERS)
                // As a dispatcher writes it: posts are read beside it.
                .put("title", "Reported shooting, Tidewell Mall")
                .put("category", "SHOOTING")
                .put("priority", 1)
                .put("caseNumber", caseNumber)
                .put("status", "ACTIVE")
                .put("openedAt", now.minusSeconds(60).toString())
                .put("exercise", true);
        return feature;
    }
}
