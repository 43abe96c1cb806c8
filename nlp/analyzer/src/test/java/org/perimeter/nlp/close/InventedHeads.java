// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.perimeter.nlp.close.Calibration.Point;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Heads of a given width: each weighs one dimension, so that a test can say what they answer. */
final class InventedHeads {

    private InventedHeads() {}

    /** The question's ordinal, and 5 and up for categories, is the dimension that moves a head. */
    static Heads of(String model, int width) {
        Calibration overall = new Calibration(List.of(new Point(-1, 0.25), new Point(1, 0.75)));
        Calibration hazard = new Calibration(List.of(new Point(0, 0.625)));
        Map<CloseHead, HeadModel> questions = new EnumMap<>(CloseHead.class);
        for (CloseHead head : CloseHead.values()) {
            questions.put(
                    head,
                    new HeadModel(
                            one(width, head.place()),
                            new Thresholds(0.5, -0.5),
                            overall,
                            head == CloseHead.REPORT
                                    ? Map.of(CalibrationGroup.HAZARD, hazard)
                                    : Map.of()));
        }
        Map<IncidentCategory, LinearHead> categories = new EnumMap<>(IncidentCategory.class);
        for (IncidentCategory category : IncidentCategory.values()) {
            categories.put(
                    category,
                    one(
                            width,
                            CloseHead.values().length
                                    + List.of(IncidentCategory.values()).indexOf(category)));
        }
        return new Heads(model, width, questions, categories);
    }

    private static LinearHead one(int width, int at) {
        List<Float> weights = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            weights.add(i == at ? 1f : 0f);
        }
        return new LinearHead(weights, 0);
    }
}
