// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What a post carries beside its text.
 *
 * @param gps key of the place of a satellite fix
 * @param tag key of the place that the author picked
 * @param alt description of an attached picture
 * @param language what the author declared
 * @param restricted whether it is for followers only
 */
public record Extras(
        @Nullable String gps,
        @Nullable String tag,
        @Nullable String alt,
        @Nullable String language,
        boolean restricted) {

    /** Nothing but text. */
    public static Extras none() {
        return new Extras(null, null, null, null, false);
    }

    /**
     * Reads a cell such as {@code gps=mall;lang=es;private}.
     *
     * @throws IllegalArgumentException at an unknown word
     */
    public static Extras parse(String cell) {
        Extras extras = none();
        for (String part : cell.isEmpty() ? new String[0] : cell.split(";", -1)) {
            String value = part.substring(part.indexOf('=') + 1);
            extras =
                    switch (part.substring(0, part.length() - value.length())) {
                        case "gps=" ->
                                new Extras(value, extras.tag, extras.alt, extras.language, false);
                        case "tag=" ->
                                new Extras(extras.gps, value, extras.alt, extras.language, false);
                        case "alt=" ->
                                new Extras(extras.gps, extras.tag, value, extras.language, false);
                        case "lang=" ->
                                new Extras(extras.gps, extras.tag, extras.alt, value, false);
                        default -> restricted(part);
                    };
        }
        return extras;
    }

    private static Extras restricted(String word) {
        if (!word.equals("private")) {
            throw new IllegalArgumentException("unknown word " + word);
        }
        return new Extras(null, null, null, null, true);
    }
}
