// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.StoredPost;

import java.time.Instant;

/**
 * One admitted post that speaks for an alert.
 *
 * @param documentId the stored post
 * @param author its pseudonym
 * @param textHash fingerprint of its redacted text, to recognise copies
 * @param score of its threat finding, 0 to 1
 * @param place where it matched
 * @param witnessedAt when the network witnessed it
 */
public record AlertSupport(
        String documentId,
        String author,
        long textHash,
        double score,
        PlaceMention place,
        Instant witnessedAt) {

    /** What a stored post says for an alert. */
    public static AlertSupport of(StoredPost post) {
        return new AlertSupport(
                post.id(),
                post.author(),
                TextFingerprint.of(post.text()),
                post.analysis().threat().score(),
                post.match().place(),
                post.witnessedAt());
    }
}
