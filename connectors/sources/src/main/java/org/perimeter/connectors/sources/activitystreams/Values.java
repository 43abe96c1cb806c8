// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Property values of ActivityStreams, where one value, a list and a link mean the same. */
final class Values {

    private Values() {}

    /** The values of a property: none, one, or those of its array. */
    static List<JsonNode> all(JsonNode object, String property) {
        JsonNode value = object.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(value);
        }
        List<JsonNode> values = new ArrayList<>();
        value.forEach(values::add);
        return values;
    }

    /** The first string among the values of a property. */
    static @Nullable String text(JsonNode object, String property) {
        for (JsonNode value : all(object, property)) {
            if (value.isTextual()) {
                return value.textValue();
            }
        }
        return null;
    }

    /** A time as written, which may be a number; null when there is no text and no number. */
    static @Nullable String time(JsonNode object, String property) {
        for (JsonNode value : all(object, property)) {
            if (value.isTextual() || value.isNumber()) {
                return value.asText();
            }
        }
        return null;
    }

    /** Whether the property says anything: neither {@code null} nor an empty text does. */
    static boolean isStated(JsonNode object, String property) {
        return all(object, property).stream()
                .anyMatch(
                        value ->
                                !value.isNull()
                                        && !(value.isTextual() && value.asText().isBlank()));
    }

    /** The ids among the values of a property, given as strings or as objects that have one. */
    static List<String> ids(JsonNode object, String property) {
        List<String> ids = new ArrayList<>();
        for (JsonNode value : all(object, property)) {
            String id = value.isObject() ? text(value, "id") : value.textValue();
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The first of {@link #ids}; empty when there is none. */
    static String id(JsonNode object, String property) {
        List<String> ids = ids(object, property);
        return ids.isEmpty() ? "" : ids.get(0);
    }

    /** The object's own id; empty when it has none. */
    static String id(JsonNode object) {
        String id = text(object, "id");
        return id == null ? "" : id;
    }

    /** Whether one of the object's types is the given one. */
    static boolean is(JsonNode object, String type) {
        return all(object, "type").stream().anyMatch(value -> type.equals(value.textValue()));
    }
}
