// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.line;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * One line of input.
 *
 * @param id the caller's id, echoed
 * @param text the post
 * @param languages the declared language, if any
 * @param point where the platform says the post is; null when the line does not say
 */
public record PostLine(String id, String text, List<String> languages, @Nullable GeoPoint point) {

    public PostLine {
        languages = List.copyOf(languages);
    }
}
