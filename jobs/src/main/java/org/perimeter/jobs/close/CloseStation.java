// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.close;

import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;

/** Reads a post that lies inside a fence closely, beside the incident. */
@FunctionalInterface
public interface CloseStation {

    /** Where nothing is read closely: the first reading stands. */
    CloseStation NONE = (post, first, incident) -> first;

    /**
     * What both readings say; the first one alone when this one could not be made, which shows in
     * {@link Analysis#close()}. Never throws for the sake of a text. What only this reading found
     * has no reasons yet.
     *
     * @param first what the first reading made of the post
     */
    Analysis read(Post post, Analysis first, Incident incident);

    /**
     * Adds the words on which a finding rests that only this reading made; costs a reading for each
     * word, so only what is kept is explained.
     *
     * @param read what {@link #read} made of the post
     */
    default Analysis explain(Post post, Analysis first, Analysis read, Incident incident) {
        return read;
    }
}
