// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.nlp.PostReading;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.policy.model.post.Post;

import java.util.Optional;

/** Reads a post; used by one thread at a time. */
public interface Analyzer extends AutoCloseable {

    /**
     * What the text says, and whether another neighbourhood could change it; empty when it took
     * longer than one post may take.
     *
     * @param area where posts are waited for: places that the text names are looked for there
     *     first, and what can lie in no part of it need not be read to the end
     */
    Optional<PostReading> analyze(Post post, WatchedArea area);

    /** Lets go of what it holds. */
    @Override
    default void close() {}
}
