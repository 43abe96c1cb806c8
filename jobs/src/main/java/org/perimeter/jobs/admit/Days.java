// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.rules.Admitted;

/** Keeps the day by which a post must be gone when an edit writes it anew. */
final class Days {

    private Days() {}

    /** The same with the day that was fixed first. */
    static Admitted keep(Admitted admitted, String day) {
        StoredPost post = admitted.post();
        IdentityRecord identity = admitted.identity();
        return new Admitted(
                new StoredPost(
                        post.id(),
                        post.incidentId(),
                        post.network(),
                        post.source(),
                        post.author(),
                        post.text(),
                        post.mediaDescriptions(),
                        post.createdAt(),
                        post.witnessedAt(),
                        post.admittedAt(),
                        post.analysis(),
                        post.match(),
                        post.decision(),
                        post.retentionClass(),
                        day,
                        post.voice(),
                        post.version()),
                new IdentityRecord(
                        identity.documentId(),
                        identity.incidentId(),
                        identity.sealed(),
                        identity.retentionClass(),
                        day,
                        identity.version()));
    }
}
