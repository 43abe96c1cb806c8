// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.input.WrittenTime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Typed access to one feature's fields that writes down everything that is wrong with them. */
public final class FeatureFields {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** What a server refuses inside one segment of a path, even when it is escaped. */
    private static final String UNADDRESSABLE = "/\\%";

    private final int index;
    private final JsonNode feature;
    private final List<IncidentProblem> problems = new ArrayList<>();

    public FeatureFields(int index, JsonNode feature) {
        this.index = index;
        this.feature = feature;
    }

    public List<IncidentProblem> problems() {
        return problems;
    }

    public boolean isClean() {
        return problems.isEmpty();
    }

    public void problem(String path, String message) {
        problems.add(new IncidentProblem(index, path, message));
    }

    JsonNode feature() {
        return feature;
    }

    JsonNode property(String name) {
        return feature.path("properties").path(name);
    }

    /** The feature's id, which may be a number; it becomes a part of the incident's address. */
    String id(int longest) {
        JsonNode id = feature.path("id");
        String text = id.isTextual() || id.isIntegralNumber() ? id.asText().strip() : "";
        if (text.isEmpty() || text.length() > longest || hasControl(text)) {
            problem("id", "an id of 1 to " + longest + " characters is required");
        } else if (text.chars().anyMatch(c -> UNADDRESSABLE.indexOf(c) >= 0)) {
            problem("id", "must not contain a slash, a backslash or a percent sign");
        }
        return text;
    }

    String text(String name, boolean required, int longest) {
        JsonNode node = property(name);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                problem(path(name), "is required");
            }
            return "";
        }
        String text = node.asText().strip();
        if (!node.isTextual() || text.length() > longest || hasControl(text)) {
            problem(path(name), "must be a text of at most " + longest + " characters");
        } else if (required && text.isEmpty()) {
            problem(path(name), "must not be empty");
        }
        return text;
    }

    boolean flag(String name) {
        JsonNode node = property(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            problem(path(name), "must be true or false");
        }
        return node.isBoolean() && node.booleanValue();
    }

    long integer(String name, long fallback, long least, long most) {
        JsonNode node = property(name);
        if (node.isMissingNode() || node.isNull()) {
            return fallback;
        }
        boolean fits =
                node.isIntegralNumber()
                        && node.canConvertToLong()
                        && node.longValue() >= least
                        && node.longValue() <= most;
        if (!fits) {
            problem(path(name), "must be a whole number from " + least + " to " + most);
            return fallback;
        }
        return node.longValue();
    }

    @Nullable Instant instant(String name) {
        JsonNode node = property(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        Instant instant = WrittenTime.parseIso(node.textValue());
        if (instant == null) {
            problem(path(name), "must be an existing time with offset, like 2026-11-24T05:00:00Z");
            return null;
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            problem(path(name), "must lie between the years 2000 and 2100");
            return null;
        }
        return instant;
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> type, @Nullable E fallback) {
        JsonNode node = property(name);
        if (fallback != null && (node.isMissingNode() || node.isNull())) {
            return fallback;
        }
        String wanted = node.asText().toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (node.isTextual() && constant.name().equals(wanted)) {
                return constant;
            }
        }
        problem(path(name), "must be one of " + List.of(type.getEnumConstants()));
        return null;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String path(String name) {
        return "properties." + name;
    }
}
