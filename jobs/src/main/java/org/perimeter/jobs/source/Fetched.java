// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.post.PostEvent;

/**
 * One thing that a post source brought; exactly one of the components beside the source is set.
 *
 * @param source id of the connector instance
 * @param event what it says about a post or an author
 * @param deadLetter what it could not read
 * @param gaps how many times the platform silently skipped part of the stream since the last one
 */
public record Fetched(
        String source, @Nullable PostEvent event, @Nullable DeadLetter deadLetter, long gaps) {

    /** Something about a post or an author. */
    public static Fetched of(PostEvent event) {
        return new Fetched(event.source(), event, null, 0);
    }

    /** Something that could not be read. */
    public static Fetched rejected(DeadLetter deadLetter) {
        return new Fetched(deadLetter.source(), null, deadLetter, 0);
    }

    /** Part of the stream is missing. */
    public static Fetched gaps(String source, long count) {
        return new Fetched(source, null, null, count);
    }
}
