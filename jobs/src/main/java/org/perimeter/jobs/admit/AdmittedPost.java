// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.perimeter.policy.model.post.StoredPost;

/**
 * What is remembered of a stored post, so that a delete, an edit or a deleted account finds it.
 *
 * @param author its pseudonym
 * @param version that is stored
 * @param deleteByDay fixed when it was first stored; an edit does not prolong it
 * @param speaks whether it says anything for or against alerts
 */
public record AdmittedPost(String author, long version, String deleteByDay, boolean speaks) {

    static AdmittedPost of(StoredPost post, boolean speaks) {
        return new AdmittedPost(post.author(), post.version(), post.deleteByDay(), speaks);
    }
}
