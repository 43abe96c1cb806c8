// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.Analysis;
import org.perimeter.policy.model.Post;

import java.util.List;

/** Reads a post; used by one thread at a time. */
public interface Analyzer extends AutoCloseable {

    /**
     * What the text says.
     *
     * @param neighbourhoods where incidents are live: places that the text names are looked for
     *     there first
     */
    Analysis analyze(Post post, List<Neighbourhood> neighbourhoods);

    /** Lets go of what it holds. */
    @Override
    default void close() {}
}
