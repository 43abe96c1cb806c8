// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.search;

import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.model.reading.ThreatFinding;

import java.time.Instant;
import java.util.List;

/**
 * A stored post with the reasons why it is here.
 *
 * @param id of the document
 * @param incidentId the incident that justifies it
 * @param network the platform
 * @param author pseudonym, valid inside this incident only
 * @param text redacted text; from strangers, show it as text and nothing else
 * @param mediaDescriptions as {@code text}
 * @param language BCP 47 tag
 * @param createdAt the author's claim
 * @param witnessedAt when the network saw it
 * @param admittedAt when it was let in
 * @param entities offsets in code points of {@code text}
 * @param places offsets in code points of {@code text}
 * @param relevance 0 to 1
 * @param threat threat language and the words that show it
 * @param match the place that lies inside the fence
 * @param decision rule and rulebook that let it in
 * @param retentionClass how long it may be kept
 * @param deleteByDay ISO date, UTC
 */
public record PostView(
        String id,
        String incidentId,
        String network,
        String author,
        String text,
        List<String> mediaDescriptions,
        String language,
        Instant createdAt,
        Instant witnessedAt,
        Instant admittedAt,
        List<EntityMention> entities,
        List<PlaceMention> places,
        double relevance,
        ThreatFinding threat,
        Match match,
        PolicyDecision decision,
        RetentionClass retentionClass,
        String deleteByDay) {

    public PostView {
        mediaDescriptions = List.copyOf(mediaDescriptions);
        entities = List.copyOf(entities);
        places = List.copyOf(places);
    }

    /** The post, without the fields that only the system needs. */
    public static PostView of(StoredPost post) {
        return new PostView(
                post.id(),
                post.incidentId(),
                post.network(),
                post.author(),
                post.text(),
                post.mediaDescriptions(),
                post.analysis().language(),
                post.createdAt(),
                post.witnessedAt(),
                post.admittedAt(),
                post.analysis().entities(),
                post.analysis().places(),
                post.analysis().relevance().score(),
                post.analysis().threat(),
                post.match(),
                post.decision(),
                post.retentionClass(),
                post.deleteByDay());
    }
}
