// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.perimeter.policy.model.place.GeoPoint;

/**
 * A post that was kept for an incident.
 *
 * @param incidentId the incident
 * @param key of the post
 * @param place by which it was let in
 */
public record KeptPost(String incidentId, String key, GeoPoint place) {}
