// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.post.PostPlace;

import java.util.List;

/**
 * What is to be analysed.
 *
 * @param text the post's text, any string
 * @param languages BCP 47 tags that the author or platform declared; may lie, may be empty
 * @param place where the platform says the post is; null when it does not
 * @param neighbourhoods where incidents are live; empty when none is
 */
public record AnalysisRequest(
        String text,
        List<String> languages,
        @Nullable PostPlace place,
        List<Neighbourhood> neighbourhoods) {

    public AnalysisRequest {
        languages = List.copyOf(languages);
        neighbourhoods = List.copyOf(neighbourhoods);
    }

    /** A bare text, about which nothing else is known. */
    public static AnalysisRequest of(String text) {
        return new AnalysisRequest(text, List.of(), null, List.of());
    }
}
