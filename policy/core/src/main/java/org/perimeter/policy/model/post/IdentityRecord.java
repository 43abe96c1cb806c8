// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.post;

import org.perimeter.policy.model.decision.RetentionClass;

/**
 * The entry of the identity map for one stored post: the only place that knows the platform's own
 * ids. Kept in its own index with the same delete-by day, never searchable by analysts.
 *
 * @param documentId id of the {@link StoredPost}
 * @param incidentId its incident
 * @param sealed network, post id, author id and permalink, encrypted with the incident's map key
 *     (AES-256-GCM), Base64
 * @param retentionClass as the post's
 * @param deleteByDay as the post's
 * @param version as the post's
 */
public record IdentityRecord(
        String documentId,
        String incidentId,
        String sealed,
        RetentionClass retentionClass,
        String deleteByDay,
        long version) {}
