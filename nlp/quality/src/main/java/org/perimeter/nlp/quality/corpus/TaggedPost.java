// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.perimeter.policy.model.reading.EntityType;

import java.util.List;

/**
 * A post whose names are known.
 *
 * @param text the post
 * @param names its names
 * @param handles where handles stand, which count neither as found nor as missed
 */
public record TaggedPost(String text, List<Name> names, List<Span> handles) {

    public TaggedPost {
        names = List.copyOf(names);
        handles = List.copyOf(handles);
    }

    /**
     * A name.
     *
     * @param type what it names
     * @param span where
     */
    public record Name(EntityType type, Span span) {}
}
