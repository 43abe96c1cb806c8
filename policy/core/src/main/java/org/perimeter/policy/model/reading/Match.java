// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

import org.perimeter.policy.model.place.PlaceMention;

/**
 * That a place of a post lies inside the fence of a live incident.
 *
 * @param incidentId the incident
 * @param place the place that matched best
 * @param distanceMeters from the place's centre to the centre of the fence, in metres
 * @param rewound whether the post was witnessed before the incident opened and waited in memory
 */
public record Match(
        String incidentId, PlaceMention place, double distanceMeters, boolean rewound) {}
