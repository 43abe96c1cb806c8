// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.Analysis;

/**
 * What became of a post on its way.
 *
 * @param analysis the last reading of it
 * @param place where it is put: in the fence that it matched, or else by the best place that could
 *     let it in; null when there is none
 * @param decision what the admission gate said, or that it matched no fence
 */
public record PostTrace(Analysis analysis, @Nullable GeoPoint place, String decision) {}
