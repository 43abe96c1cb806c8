// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.pack;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.post.PostPlace;

import java.util.List;

/**
 * A post of a pack, where it is, and the incident that is live around it.
 *
 * @param text the post
 * @param languages what it declares
 * @param attached what the platform states; null when nothing
 * @param truth the place that text or platform name; null when neither does
 * @param truthAttached whether that is what the platform states, so that the text need not say it
 * @param incident the middle of the incident's fence
 * @param radiusMeters its radius
 */
public record PackPost(
        String text,
        List<String> languages,
        @Nullable PostPlace attached,
        @Nullable PackPlace truth,
        boolean truthAttached,
        GeoPoint incident,
        double radiusMeters) {

    public PackPost {
        languages = List.copyOf(languages);
    }
}
