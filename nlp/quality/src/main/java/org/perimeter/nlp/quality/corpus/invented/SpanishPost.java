// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus.invented;

import org.perimeter.nlp.quality.corpus.Span;

import java.util.List;

/**
 * An invented post in Spanish.
 *
 * @param label {@code REPORT}, {@code THREAT}, {@code ABOUT} (about an incident, but no report) or
 *     {@code NONE}
 * @param category name of the incident's category; empty without report or threat
 * @param places the places of the world that it names
 * @param text the post
 */
public record SpanishPost(String label, String category, List<Span> places, String text) {

    public SpanishPost {
        places = List.copyOf(places);
    }
}
