// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.reading.ThreatKind;

/**
 * What is remembered of a stored post, so that a delete, an edit or a deleted account finds it.
 *
 * @param author its pseudonym
 * @param version that is stored
 * @param deleteByDay fixed when it was first stored; an edit does not prolong it
 * @param kind of the alert that it speaks for; {@link ThreatKind#NONE} for none
 * @param category of that alert; null for none
 */
public record AdmittedPost(
        String author,
        long version,
        String deleteByDay,
        ThreatKind kind,
        @Nullable IncidentCategory category) {

    static AdmittedPost of(StoredPost post) {
        return new AdmittedPost(
                post.author(),
                post.version(),
                post.deleteByDay(),
                post.analysis().threat().kind(),
                post.analysis().threat().category());
    }
}
