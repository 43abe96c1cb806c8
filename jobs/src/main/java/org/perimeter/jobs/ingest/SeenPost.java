// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

/**
 * What is remembered of a post that went by.
 *
 * @param version of the newest event
 * @param deleted whether that was a delete
 */
public record SeenPost(long version, boolean deleted) {

    /** What is to be remembered after an event. */
    public static SeenPost of(PostEvent event) {
        return new SeenPost(event.version(), event.operation() == PostOperation.DELETE);
    }

    /**
     * Whether an event says anything new.
     *
     * @param before what is remembered of its post; null for nothing
     */
    public static boolean isNews(PostEvent event, @Nullable SeenPost before) {
        if (before == null || event.version() > before.version()) {
            return true;
        }
        // Of a delete and an upsert of the same version, the delete wins whichever came first.
        return event.operation() == PostOperation.DELETE
                && !before.deleted()
                && event.version() == before.version();
    }
}
