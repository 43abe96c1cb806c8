// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import java.time.Instant;

/** Invented Jetstream events. */
final class Events {

    static final String DID = "did:plc:inventedauthor";

    private static final Instant START = Instant.parse("2024-11-24T09:00:00Z");

    private Events() {}

    /** The {@code time_us} of the event with the given number; one a second. */
    static long micros(int number) {
        return (START.getEpochSecond() + number) * 1_000_000;
    }

    static String post(int number) {
        return post(number, "Note " + number);
    }

    static String post(int number, String text) {
        return commit(
                number,
                "create",
                "\"record\":{\"$type\":\"app.bsky.feed.post\",\"text\":\""
                        + text
                        + "\",\"createdAt\":\""
                        + START.plusSeconds(number)
                        + "\"}");
    }

    /** A commit to the record {@code k<number>} of the posts. */
    static String commit(int number, String operation, String more) {
        return event(
                number,
                "\"kind\":\"commit\",\"commit\":{\"rev\":\"r\",\"operation\":\""
                        + operation
                        + "\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"k"
                        + number
                        + "\""
                        + (more.isEmpty() ? "" : "," + more)
                        + "}");
    }

    static String account(int number, boolean active, String status) {
        return event(
                number,
                "\"kind\":\"account\",\"account\":{\"active\":"
                        + active
                        + ",\"did\":\""
                        + DID
                        + "\",\"status\":\""
                        + status
                        + "\"}");
    }

    static String event(int number, String more) {
        return "{\"did\":\"" + DID + "\",\"time_us\":" + micros(number) + "," + more + "}";
    }
}
