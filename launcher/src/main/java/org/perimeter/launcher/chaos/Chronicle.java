// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * Writes the posts of a run and remembers what is true of them: of twenty reports from the scene
 * one is edited later and one deleted; ordinary posts are said in between and must not be kept.
 */
final class Chronicle {

    private static final int OF = 20;
    private static final int EDITED = 7;
    private static final int DELETED = 13;
    private static final String COLLECTION = "app.bsky.feed.post";

    /** In so many words that they are not taken for copies of one. */
    private static final List<String> SCENE =
            List.of(
                    "Shots fired at Tidewell Mall, people are running",
                    "somebody is shooting inside Tidewell Mall, we hide behind the counter",
                    "we heard gunshots at Tidewell Mall and everybody dropped to the floor",
                    "a man with a rifle is firing in Tidewell Mall, stay away",
                    "active shooter at Tidewell Mall, police are coming in by the west doors",
                    "shooting at Tidewell Mall, two people down, send ambulances");

    private static final List<String> ORDINARY =
            List.of(
                    "great coffee this morning, the queue was out of the door again",
                    "our team killed it last night, what a shot in the last minute",
                    "that new album is fire, I have been listening all day long",
                    "does anybody know when the library opens on sunday");

    private final ObjectMapper json = new ObjectMapper();
    private final InstantSource clock;
    private final ObjLongConsumer<String> wire;
    private final List<Report> reports = new ArrayList<>();
    private long lastMicros;
    private int ordinary;

    /**
     * @param wire takes each event with its time in microseconds, each later than the one before
     */
    Chronicle(InstantSource clock, ObjLongConsumer<String> wire) {
        this.clock = clock;
        this.wire = wire;
    }

    /** What happened to a report: its number, when it was served, and what it says in the end. */
    static final class Report {
        private final int number;
        private final Instant servedAt;
        private String text;
        private boolean deleted;

        private Report(int number, Instant servedAt, String text) {
            this.number = number;
            this.servedAt = servedAt;
            this.text = text;
        }

        /** From 0. */
        int number() {
            return number;
        }

        /** When it was first served. */
        Instant servedAt() {
            return servedAt;
        }

        /** Its newest text. */
        String text() {
            return text;
        }

        /** Whether its author has taken it back. */
        boolean deleted() {
            return deleted;
        }

        /** Its number and the time of its first serving, for people. */
        String named() {
            return number + " of " + servedAt;
        }

        /** The platform's id of the post. */
        String postId() {
            return "at://" + author(number) + "/" + COLLECTION + "/report" + number;
        }
    }

    /** Serves the next report from the scene. */
    Report report() {
        int number = reports.size();
        Report report = new Report(number, clock.instant(), text(number));
        reports.add(report);
        ObjectNode commit = commit(author(number), "report" + number, "create");
        record(commit, report.text);
        send(commit);
        return report;
    }

    /** Serves a post that concerns nobody. */
    void ordinary() {
        int number = ordinary++;
        ObjectNode commit = commit("did:plc:daily" + number, "daily" + number, "create");
        record(commit, ORDINARY.get(number % ORDINARY.size()) + " " + number);
        send(commit);
    }

    /** Edits or deletes an earlier report, if it is one of those whose author does. */
    void revise(Report report) {
        String author = author(report.number);
        if (report.number % OF == EDITED) {
            report.text = text(report.number) + ", two of them now";
            ObjectNode commit = commit(author, "report" + report.number, "update");
            record(commit, report.text);
            send(commit);
        } else if (report.number % OF == DELETED) {
            report.deleted = true;
            send(commit(author, "report" + report.number, "delete"));
        }
    }

    /** All reports so far, by number. */
    List<Report> reports() {
        return List.copyOf(reports);
    }

    private static String author(int number) {
        return "did:plc:witness" + number;
    }

    private static String text(int number) {
        return SCENE.get(number % SCENE.size()) + ", report number " + number;
    }

    private ObjectNode commit(String author, String key, String operation) {
        ObjectNode event = json.createObjectNode();
        event.put("did", author).put("kind", "commit");
        event.putObject("commit")
                .put("operation", operation)
                .put("collection", COLLECTION)
                .put("rkey", key);
        return event;
    }

    private void record(ObjectNode event, String text) {
        ObjectNode post = event.withObject("/commit").putObject("record");
        post.put("$type", COLLECTION)
                .put("text", text)
                .put("createdAt", clock.instant().toString());
        post.putArray("langs").add("en");
    }

    private void send(ObjectNode event) {
        lastMicros =
                Math.max(lastMicros + 1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        event.put("time_us", lastMicros);
        event.withObject("/commit").put("rev", Long.toString(lastMicros));
        wire.accept(event.toString(), lastMicros);
    }
}
