// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;

import java.util.List;

/**
 * One post, or one author, in the light of one incident.
 *
 * @param incidentId the incident; the stream is partitioned by it
 * @param kind what to do
 * @param event the post or the delete
 * @param incident the incident as the match saw it; present for {@link CandidateKind#MATCHED}
 * @param analysis what the text says; present for {@link CandidateKind#MATCHED}
 * @param match why it lies inside; present for {@link CandidateKind#MATCHED}
 * @param rivals ids of the other watched incidents in whose fences it lies
 */
public record Candidate(
        String incidentId,
        CandidateKind kind,
        PostEvent event,
        @Nullable Incident incident,
        @Nullable Analysis analysis,
        @Nullable Match match,
        List<String> rivals) {

    /** A post inside the fence. */
    public static Candidate matched(
            Incident incident,
            PostEvent event,
            Analysis analysis,
            Match match,
            List<String> rivals) {
        return new Candidate(
                incident.id(), CandidateKind.MATCHED, event, incident, analysis, match, rivals);
    }

    /** A post that must go. */
    public static Candidate withdrawPost(String incidentId, PostEvent event) {
        return new Candidate(
                incidentId, CandidateKind.WITHDRAW_POST, event, null, null, null, List.of());
    }

    /** An author whose posts must go. */
    public static Candidate withdrawAuthor(String incidentId, PostEvent event) {
        return new Candidate(
                incidentId, CandidateKind.WITHDRAW_AUTHOR, event, null, null, null, List.of());
    }
}
