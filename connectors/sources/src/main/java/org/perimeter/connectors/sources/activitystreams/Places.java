// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.PlainText;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.post.PostPlace;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads where a post says it is ({@code location}).
 *
 * <p>A named place was picked from a list (PLACE_TAG), one without a name is a satellite fix (GPS).
 * Coordinates that cannot be on earth refuse the whole post: the sender's mapping is wrong, and a
 * place that is silently lost would hide that. {@code null} and an empty text are no coordinates.
 * Exactly 0, 0 is how feeds write "unknown".
 */
final class Places {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,30})?");
    private static final double FIX_METERS = 50;
    private static final double TAG_METERS = 500;
    private static final double MIN_METERS = 1;
    private static final double MAX_METERS = 20_100_000;

    /** Metres per unit; the vocabulary's units, of which "m" is the default. */
    private static final Map<String, Double> METERS =
            Map.of(
                    "m", 1.0, "km", 1000.0, "cm", 0.01, "feet", 0.3048, "inches", 0.0254, "miles",
                    1609.344);

    private Places() {}

    /**
     * The first location that has coordinates; null when none has.
     *
     * @throws RefusedInput BAD_COORDINATES when coordinates, radius or unit make no sense
     */
    static @Nullable PostPlace of(JsonNode object) throws RefusedInput {
        for (JsonNode location : Values.all(object, "location")) {
            boolean given =
                    Values.isStated(location, "latitude") || Values.isStated(location, "longitude");
            if (given) {
                GeoPoint point = point(location);
                if (point.lat() != 0 || point.lon() != 0) {
                    return place(location, point);
                }
            }
        }
        return null;
    }

    private static GeoPoint point(JsonNode location) throws RefusedInput {
        try {
            return new GeoPoint(
                    number(location.path("latitude")), number(location.path("longitude")));
        } catch (IllegalArgumentException e) {
            throw new RefusedInput(DeadLetterReason.BAD_COORDINATES);
        }
    }

    /** A number, also one that is written as text; not a number for anything else. */
    private static double number(JsonNode node) {
        boolean text = node.isTextual() && NUMBER.matcher(node.textValue().strip()).matches();
        return text || node.isNumber() ? Double.parseDouble(node.asText().strip()) : Double.NaN;
    }

    private static PostPlace place(JsonNode location, GeoPoint point) throws RefusedInput {
        String raw = Values.text(location, "name");
        String name = raw == null ? "" : PlainText.clean(raw);
        PlaceEvidence evidence = name.isEmpty() ? PlaceEvidence.GPS : PlaceEvidence.PLACE_TAG;
        double standard = name.isEmpty() ? FIX_METERS : TAG_METERS;
        return new PostPlace(
                point, radius(location, standard), evidence, name.isEmpty() ? null : name);
    }

    private static double radius(JsonNode location, double standard) throws RefusedInput {
        if (!Values.isStated(location, "radius")) {
            return standard;
        }
        String written = Values.text(location, "units");
        Double unit = METERS.get(written == null || written.isBlank() ? "m" : written.strip());
        double meters = unit == null ? -1 : number(location.path("radius")) * unit;
        if (!(meters >= 0 && meters <= MAX_METERS)) {
            throw new RefusedInput(DeadLetterReason.BAD_COORDINATES);
        }
        return Math.max(MIN_METERS, meters);
    }
}
