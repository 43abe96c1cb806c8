// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.threat.lexicon.RuleRole;
import org.perimeter.policy.model.incident.IncidentCategory;

/**
 * What the evidence of one role adds up to.
 *
 * @param role {@link RuleRole#REPORT} or {@link RuleRole#THREAT}
 * @param category the category with the most weight; null when there is no evidence
 * @param score 0 to 1
 */
record Claim(RuleRole role, @Nullable IncidentCategory category, double score) {}
