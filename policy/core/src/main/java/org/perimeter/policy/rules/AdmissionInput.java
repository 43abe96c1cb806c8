// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Instant;

/**
 * What the admission gate knows about a post that matched a fence.
 *
 * @param post the post
 * @param analysis what its text says
 * @param match the incident and the place that matched
 * @param incident the incident as it stands now
 * @param rivalLogOdds that it is about the likeliest of the other live incidents in whose fences it
 *     lies; null when it lies in none, or was not read beside them
 * @param admittedSoFar how many posts the incident has
 * @param rulebook the valid rulebook
 * @param now the wall clock
 */
public record AdmissionInput(
        Post post,
        Analysis analysis,
        Match match,
        Incident incident,
        @Nullable Double rivalLogOdds,
        long admittedSoFar,
        Rulebook rulebook,
        Instant now) {

    /** The same, with what another reading of the text says. */
    public AdmissionInput read(Analysis says) {
        return new AdmissionInput(
                post, says, match, incident, rivalLogOdds, admittedSoFar, rulebook, now);
    }

    /** The same, with what was read beside other incidents. */
    public AdmissionInput beside(@Nullable Double strongestRival) {
        return new AdmissionInput(
                post, analysis, match, incident, strongestRival, admittedSoFar, rulebook, now);
    }
}
