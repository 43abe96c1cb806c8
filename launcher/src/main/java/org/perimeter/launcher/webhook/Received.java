// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A message that came in.
 *
 * @param at when
 * @param verified whether a secret of the receiver signed it, lately
 * @param repeated whether a verified message with its id came before
 * @param id its webhook-id; empty when it has none
 * @param body as it came
 */
public record Received(Instant at, boolean verified, boolean repeated, String id, String body) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_WORD = 80;

    /** What it is about, such as {@code alert.created}; empty when it does not say. */
    public String type() {
        return word(json(), "type");
    }

    /**
     * One line for the terminal. Of a message that is not verified it repeats nothing, and of
     * another one only characters that names are made of.
     */
    public String line() {
        String time = TIME.format(at) + " ";
        if (!verified) {
            return time + "REFUSED  no valid signature, " + body.length() + " characters";
        }
        JsonNode message = json();
        JsonNode data = message.path("data");
        StringBuilder line = new StringBuilder(time);
        line.append(repeated ? "repeated " : "verified ");
        line.append(word(message, "type")).append(' ').append(clean(id));
        if (data.has("alertId")) {
            line.append(' ').append(word(data, "state")).append(' ').append(word(data, "category"));
            line.append(", authors ").append(data.path("authors").asInt());
            line.append(", incident ").append(word(data, "incidentId"));
            line.append(data.path("exercise").asBoolean() ? " (exercise)" : "");
        }
        return line.toString();
    }

    private JsonNode json() {
        try {
            JsonNode read = new ObjectMapper().readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String word(JsonNode node, String field) {
        return clean(node.path(field).asText(""));
    }

    private static String clean(String text) {
        String names = text.replaceAll("[^A-Za-z0-9._:/-]", "?");
        return names.length() > LONGEST_WORD ? names.substring(0, LONGEST_WORD) : names;
    }
}
