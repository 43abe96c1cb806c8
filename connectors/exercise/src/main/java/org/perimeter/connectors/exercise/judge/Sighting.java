// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.policy.model.post.StoredPost;

import java.time.Instant;

/**
 * A document that a search found.
 *
 * @param firstSeen when a search found it first, wall clock
 * @param post as it was found last
 */
record Sighting(Instant firstSeen, StoredPost post) {

    Sighting again(StoredPost newer) {
        return new Sighting(firstSeen, newer);
    }
}
