// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.city.TruePlace;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Writes the exercise as ActivityStreams 2.0 activities, one a line, without any ground truth. */
public final class ActivityWriter {

    private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
    private static final double GPS_METERS = 15;
    private static final double TAG_METERS = 120;

    private final ObjectMapper json = new ObjectMapper();
    private final TownPlaces places;

    public ActivityWriter(TownPlaces places) {
        this.places = places;
    }

    /** Writes the whole exercise. */
    public void write(Exercise exercise, Timeline timeline, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (ScenarioLine line : exercise.lines()) {
                out.write(json.writeValueAsString(activity(line, timeline)));
                out.write('\n');
            }
        }
    }

    /** One act as an activity. */
    public ObjectNode activity(ScenarioLine line, Timeline timeline) {
        Instant witnessed = timeline.witnessedAt(line.at());
        String actor = Addresses.author(line.author());
        ObjectNode activity = json.createObjectNode();
        activity.put("@context", "https://www.w3.org/ns/activitystreams");
        activity.put("type", type(line.operation()));
        activity.put("actor", actor);
        activity.put("published", witnessed.toString());
        switch (line.operation()) {
            case CREATE, UPDATE -> activity.set("object", note(line, actor, witnessed));
            case DELETE -> {
                ObjectNode tombstone = activity.putObject("object");
                tombstone.put("type", "Tombstone").put("id", Addresses.post(line.post()));
            }
            case REPOST -> {
                activity.put("id", Addresses.post(line.post()) + "/repeat/" + line.author());
                activity.put("object", Addresses.post(line.post()));
                activity.putArray("to").add(PUBLIC);
            }
            case DELETE_AUTHOR -> activity.put("object", actor);
        }
        return activity;
    }

    private ObjectNode note(ScenarioLine line, String actor, Instant witnessed) {
        ObjectNode note = json.createObjectNode();
        note.put("type", "Note");
        note.put("id", Addresses.post(line.post()));
        note.put("attributedTo", actor);
        note.put("content", "<p>" + escaped(line.text()) + "</p>");
        // The author's own clock is a second or two behind the network's.
        note.put("published", witnessed.minus(Duration.ofSeconds(1)).toString());
        note.put("url", Addresses.post(line.post()));
        note.putArray("to").add(line.extras().restricted() ? actor + "/followers" : PUBLIC);
        if (line.extras().language() != null) {
            note.putObject("contentMap")
                    .put(line.extras().language(), "<p>" + escaped(line.text()) + "</p>");
        }
        if (line.extras().alt() != null) {
            note.putArray("attachment")
                    .addObject()
                    .put("type", "Image")
                    .put("name", line.extras().alt());
        }
        place(note, line.extras().gps(), GPS_METERS, false);
        place(note, line.extras().tag(), TAG_METERS, true);
        return note;
    }

    private void place(ObjectNode note, @Nullable String key, double radius, boolean named) {
        if (key == null) {
            return;
        }
        TruePlace place = places.get(key);
        GeoPoint point = place.point();
        ObjectNode location = note.putObject("location");
        location.put("type", "Place").put("latitude", point.lat()).put("longitude", point.lon());
        location.put("radius", radius).put("units", "m");
        if (named) {
            location.put("name", place.name());
        }
    }

    private static String type(Operation operation) {
        return switch (operation) {
            case CREATE -> "Create";
            case UPDATE -> "Update";
            case DELETE, DELETE_AUTHOR -> "Delete";
            case REPOST -> "Announce";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
