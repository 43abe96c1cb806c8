// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.access.Purpose;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.alert.AlertViews;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.EventStream;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.error.ApiException;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The live streams. */
public final class StreamRoutes {

    private static final int LONGEST_CASE_NUMBER = 64;

    private final Stores stores;
    private final AccessGuard guard;
    private final Clock clock;

    public StreamRoutes(Stores stores, AccessGuard guard, Clock clock) {
        this.stores = stores;
        this.guard = guard;
        this.clock = clock;
    }

    /** The routes of this package. */
    public List<Route> routes() {
        return List.of(
                Route.stream(
                        "/api/v1/events",
                        "Live incidents and alerts as server-sent events; no posts.",
                        OverviewEvent.class,
                        this::overview),
                Route.stream(
                                "/api/v1/incidents/{id}/events",
                                "One incident's posts and alerts as server-sent events. The view"
                                        + " is in the ledger before its posts leave. Last-Event-ID"
                                        + " goes on where a stream was cut.",
                                RoomEvent.class,
                                this::room)
                        .with(
                                Parameter.path("id", "The incident."),
                                Parameter.query("purpose", Purpose.class, "Why; required."),
                                Parameter.query(
                                        "caseNumber",
                                        String.class,
                                        "Case or dispatch number that justifies it; required.")));
    }

    private EventStream overview(Call call) {
        guard.require(call.caller(), Action.VIEW_INCIDENTS);
        guard.require(call.caller(), Action.VIEW_ALERTS);
        return new OverviewStream(
                stores.incidents(),
                stores.posts(),
                new AlertWatch(stores.alerts(), null),
                new AlertViews(stores.dispositions()),
                guard,
                call.caller(),
                clock);
    }

    private EventStream room(Call call) {
        String id = call.path("id");
        return new RoomStream(
                        id,
                        purpose(call),
                        caseNumber(call),
                        admittedSince(call),
                        stores.incidents(),
                        new PostWatch(stores.posts(), id),
                        new AlertWatch(stores.alerts(), id),
                        new AlertViews(stores.dispositions()),
                        guard,
                        call.caller(),
                        clock)
                .open();
    }

    private static @Nullable Purpose purpose(Call call) {
        String stated = call.query("purpose");
        if (stated == null) {
            return null;
        }
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(stated))
                .findFirst()
                .orElseThrow(
                        () ->
                                ApiException.badField(
                                        "purpose",
                                        "must be one of " + Arrays.toString(Purpose.values())));
    }

    private static String caseNumber(Call call) {
        String stated = call.query("caseNumber");
        String number = stated == null ? "" : stated.strip();
        if (number.length() > LONGEST_CASE_NUMBER) {
            throw ApiException.badField(
                    "caseNumber", "must not be longer than " + LONGEST_CASE_NUMBER);
        }
        return number;
    }

    /** An id that is not ours starts the stream afresh: a browser cannot mend it. */
    private static @Nullable Instant admittedSince(Call call) {
        String id = call.requestHeader("Last-Event-ID");
        try {
            return id == null ? null : Instant.parse(id);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
