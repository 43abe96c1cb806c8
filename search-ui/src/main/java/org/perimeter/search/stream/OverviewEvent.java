// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.alert.AlertView;
import org.perimeter.search.incident.IncidentView;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What changed around all live incidents.
 *
 * @param at the server's clock
 * @param incidents all live ones, newest opening first, when any of them changed
 * @param posts how many posts each live incident holds, by incident id, when that changed
 * @param alerts new and changed alerts of all incidents
 */
public record OverviewEvent(
        Instant at,
        @Nullable List<IncidentView> incidents,
        @Nullable Map<String, Long> posts,
        List<AlertView> alerts) {

    public OverviewEvent {
        incidents = incidents == null ? null : List.copyOf(incidents);
        posts = posts == null ? null : Map.copyOf(posts);
        alerts = List.copyOf(alerts);
    }
}
