// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.perimeter.policy.model.post.StoredPost;

import java.util.List;

/**
 * What happened to an incident's posts between two looks.
 *
 * @param fresh posts that are new or changed, newest first
 * @param gone ids of posts that are no longer there
 */
record PostChanges(List<StoredPost> fresh, List<String> gone) {

    PostChanges {
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
    }

    boolean isEmpty() {
        return fresh.isEmpty() && gone.isEmpty();
    }
}
