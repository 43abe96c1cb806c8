// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.alerting.TownNoise;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;

final class TownLifeTest {

    private static final Fence FENCE = Fence.circle(new GeoPoint(10, 20), 1000);

    private static TownLife town(double squareKilometers) {
        return new TownLife(squareKilometers * 1e6, TownNoise.UNKNOWN);
    }

    @Test
    void sharesAsTheFenceCovers() {
        assertThat(town(31.4).share(FENCE)).isCloseTo(0.1, within(0.002));
    }

    @Test
    void holdsNoFenceForNothingInAWideTown() {
        assertThat(town(10_000).share(FENCE)).isEqualTo(0.02);
    }

    @Test
    void isNeverLessThanItsFence() {
        assertThat(town(1).share(FENCE)).isEqualTo(1);
        assertThat(TownLife.UNKNOWN.share(FENCE)).isEqualTo(1);
    }
}
