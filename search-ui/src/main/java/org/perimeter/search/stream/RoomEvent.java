// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.alert.AlertView;
import org.perimeter.search.incident.IncidentView;
import org.perimeter.search.search.PostView;

import java.time.Instant;
import java.util.List;

/**
 * What changed around one incident.
 *
 * @param at the server's clock
 * @param incident the incident, when it changed
 * @param posts new and changed posts, newest first; a reader replaces those that it knows
 * @param gone ids of posts that were deleted
 * @param held what is there at the start of a stream: a reader drops what it has beyond that
 * @param alerts new and changed alerts
 * @param auditLeaf index of the ledger's entry about these posts
 */
public record RoomEvent(
        Instant at,
        @Nullable IncidentView incident,
        List<PostView> posts,
        List<String> gone,
        @Nullable StreamStart held,
        List<AlertView> alerts,
        @Nullable Long auditLeaf) {

    public RoomEvent {
        posts = List.copyOf(posts);
        gone = List.copyOf(gone);
        alerts = List.copyOf(alerts);
    }

    /**
     * The posts that a stream starts with.
     *
     * @param ids of all posts witnessed since {@code since}
     * @param since witness time; null for all posts
     */
    public record StreamStart(List<String> ids, @Nullable Instant since) {

        public StreamStart {
            ids = List.copyOf(ids);
        }
    }
}
