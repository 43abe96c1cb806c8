// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.post;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;

import java.time.Instant;
import java.util.List;

/**
 * An admitted post in the only form that may rest: pseudonymised, redacted, tied to its incident
 * and to the day by which it must be gone.
 *
 * @param id document id: HMAC-SHA-256 of network and post id under the incident's key, hex
 * @param incidentId the incident that justifies keeping it
 * @param network the platform
 * @param source the connector instance
 * @param author pseudonym: HMAC-SHA-256 of network and author id under the incident's key, hex
 * @param text redacted text
 * @param mediaDescriptions redacted descriptions of media
 * @param createdAt the author's clamped claim, rounded
 * @param witnessedAt when the network witnessed it, rounded: exactly, it would name the author
 * @param admittedAt when the admission gate let it in, wall clock, rounded
 * @param analysis of the redacted text: offsets fit {@code text}
 * @param match why it lies inside the fence
 * @param decision of the admission gate
 * @param retentionClass its class
 * @param deleteByDay ISO date (UTC) by whose end it must be gone, fixed at write time
 * @param voice by which copies of it are known; null in what was stored before there was one
 * @param version of the post; an older version never overwrites a newer one
 */
public record StoredPost(
        String id,
        String incidentId,
        String network,
        String source,
        String author,
        String text,
        List<String> mediaDescriptions,
        Instant createdAt,
        Instant witnessedAt,
        Instant admittedAt,
        Analysis analysis,
        Match match,
        PolicyDecision decision,
        RetentionClass retentionClass,
        String deleteByDay,
        @Nullable VoiceSketch voice,
        long version) {

    public StoredPost {
        mediaDescriptions = List.copyOf(mediaDescriptions);
    }
}
