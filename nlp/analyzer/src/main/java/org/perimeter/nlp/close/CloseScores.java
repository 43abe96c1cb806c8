// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;

/**
 * What a close reading says of a post.
 *
 * @param threat whether somebody announces harm
 * @param report whether something is happening or has just happened
 * @param relevant whether it is about any incident
 * @param denies whether it denies one or gives the all-clear
 * @param about whether it is about the incident it was read with; null when it was read alone
 * @param category what the harm would be, if there is any
 * @param categoryProbability the share of that category among all
 */
public record CloseScores(
        HeadScore threat,
        HeadScore report,
        HeadScore relevant,
        HeadScore denies,
        @Nullable HeadScore about,
        IncidentCategory category,
        double categoryProbability) {}
