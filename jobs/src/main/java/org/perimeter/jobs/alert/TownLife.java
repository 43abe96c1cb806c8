// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.model.place.Fence;

/**
 * The town that an alert's voices are compared with.
 *
 * @param squareMeters how large it is; 0 where that is not known
 * @param noise what ordinary life brings in it
 */
record TownLife(double squareMeters, TownNoise noise) {

    /** A town of which nothing is known: every fence is all of it. */
    static final TownLife UNKNOWN = new TownLife(0, TownNoise.UNKNOWN);

    /** Fences lie where people are, a town's area also where nobody is. */
    private static final double LEAST_SHARE = 0.02;

    /** How much of the town a fence covers, above 0 to 1. */
    double share(Fence fence) {
        if (!(squareMeters > 0)) {
            return 1;
        }
        double share = FenceGeometry.of(fence).areaSquareMeters() / squareMeters;
        return Math.max(LEAST_SHARE, Math.min(1, share));
    }
}
