// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

/**
 * Whether a post is about an incident at all.
 *
 * @param relevant the verdict
 * @param score 0 to 1
 */
public record IncidentRelevance(boolean relevant, double score) {}
