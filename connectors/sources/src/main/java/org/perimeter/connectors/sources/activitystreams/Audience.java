// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whom an object is addressed to; only what is addressed to the public may be read at all. */
final class Audience {

    private static final Set<String> PUBLIC =
            Set.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");

    private Audience() {}

    /**
     * Whether at least one of the activity and its object names the public, and none of them names
     * an audience without it.
     */
    static boolean isPublic(JsonNode... objects) {
        boolean addressed = false;
        for (JsonNode object : objects) {
            List<String> audience = new ArrayList<>(Values.ids(object, "to"));
            audience.addAll(Values.ids(object, "cc"));
            if (!audience.isEmpty()) {
                addressed = true;
                if (audience.stream().noneMatch(PUBLIC::contains)) {
                    return false;
                }
            }
        }
        return addressed;
    }
}
