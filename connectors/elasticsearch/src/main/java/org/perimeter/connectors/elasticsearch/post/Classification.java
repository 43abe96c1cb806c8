// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import org.perimeter.connectors.elasticsearch.schema.Slice;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.post.IdentityRecord;
import org.perimeter.policy.model.post.StoredPost;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the slice that a write belongs to; what has none must not be stored. */
final class Classification {

    private Classification() {}

    /**
     * The slice of an upsert; empty when class or day is missing, or the identity entry disagrees
     * with its post about either.
     */
    static Optional<Slice> of(PostWrite write) {
        StoredPost post = write.post();
        IdentityRecord identity = write.identity();
        if (post == null || identity == null) {
            return Optional.empty();
        }
        Optional<Slice> slice = slice(post.retentionClass(), post.deleteByDay());
        return slice.equals(slice(identity.retentionClass(), identity.deleteByDay()))
                ? slice
                : Optional.empty();
    }

    private static Optional<Slice> slice(RetentionClass retentionClass, String day) {
        // Records come from outside this compiler's sight: through state, where parts can be null.
        return Optional.ofNullable(retentionClass).flatMap(known -> parse(known, day));
    }

    private static Optional<Slice> parse(RetentionClass retentionClass, String day) {
        try {
            return Optional.ofNullable(day)
                    .map(text -> new Slice(retentionClass, LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
