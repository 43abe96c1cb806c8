// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import org.perimeter.policy.model.reading.EntityType;

import java.util.List;

/**
 * A post with the names that people marked in it.
 *
 * @param text the post
 * @param names the names, in text order
 * @param locationsOnly whether persons and organisations were left unmarked
 */
record LabelledTokens(String text, List<Name> names, boolean locationsOnly) {

    /**
     * A marked name.
     *
     * @param type what it names
     * @param start UTF-16 offset of its first character
     * @param end UTF-16 offset after its last character
     */
    record Name(EntityType type, int start, int end) {}

    LabelledTokens {
        names = List.copyOf(names);
    }
}
