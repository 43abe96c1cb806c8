// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A head as it is shipped.
 *
 * @param output its weights
 * @param thresholds when it finds and when it vetoes
 * @param overall its calibration where no group has its own
 * @param groups calibrations for the groups that had posts enough
 */
public record HeadModel(
        LinearHead output,
        Thresholds thresholds,
        Calibration overall,
        Map<CalibrationGroup, Calibration> groups) {

    public HeadModel {
        groups = Map.copyOf(groups);
    }

    HeadScore score(float[] mean, @Nullable CalibrationGroup group) {
        double logOdds = output.logOdds(mean);
        Calibration calibration = group == null ? overall : groups.getOrDefault(group, overall);
        return new HeadScore(
                logOdds,
                calibration.probability(logOdds),
                logOdds >= thresholds.find(),
                thresholds.veto() - logOdds);
    }
}
