// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.fit;

import org.perimeter.nlp.close.Calibration;
import org.perimeter.nlp.close.CalibrationGroup;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.HeadModel;
import org.perimeter.nlp.close.LinearHead;
import org.perimeter.nlp.close.Thresholds;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Calibrates the heads and chooses their thresholds on posts that training did not see. */
public final class HeadFit {

    /** The share of harmless posts that a head may alarm on; two heads can alarm. */
    private static final double HARMLESS_REPORT = 0.02;

    private static final double HARMLESS_THREAT = 0.012;

    /** The rules' report stands where the reader is at most so far from finding it too. */
    private static final double NEAR_REPORT = 0.5;

    /**
     * Rules know a threat by who does what to whom: it takes much doubt to overrule them. A nearer
     * veto spared the development authors no alarm and cost hateful threats of HateCheck; a farther
     * one let threats to things through.
     */
    private static final double NEAR_THREAT = 4.2;

    private static final double DENIES_PRECISION = 0.85;
    private static final double ABOUT_PRECISION = 0.87;
    private static final double RELEVANT_PRECISION = 0.85;

    /** The share of true posts that a veto may cost. */
    private static final double VETO_LOSS = 0.03;

    /** A group with fewer posts of either kind is calibrated with all others. */
    private static final int ENOUGH = 40;

    private final List<ReadExample> authored;

    /**
     * What the fit may see.
     *
     * @param authored posts that training did not see
     */
    public HeadFit(List<ReadExample> authored) {
        this.authored = List.copyOf(authored);
    }

    /** The head as it is shipped. */
    public HeadModel fit(CloseHead head, LinearHead output) {
        List<HeadOutcome> outcomes = outcomes(authored.stream(), head);
        double find = find(head, outcomes);
        boolean finding = head == CloseHead.THREAT || head == CloseHead.REPORT;
        double veto =
                finding
                        ? find - (head == CloseHead.THREAT ? NEAR_THREAT : NEAR_REPORT)
                        : Math.min(find, new Curve(outcomes).losing(VETO_LOSS));
        Map<CalibrationGroup, Calibration> groups = new EnumMap<>(CalibrationGroup.class);
        if (finding) {
            for (CalibrationGroup group : CalibrationGroup.values()) {
                List<HeadOutcome> own =
                        outcomes(authored.stream().filter(r -> isIn(r, group)), head);
                Curve curve = new Curve(own);
                if (curve.positives() >= ENOUGH && curve.negatives() >= ENOUGH) {
                    groups.put(group, Isotonic.fit(own));
                }
            }
        }
        return new HeadModel(output, new Thresholds(find, veto), Isotonic.fit(outcomes), groups);
    }

    private double find(CloseHead head, List<HeadOutcome> outcomes) {
        Curve curve = new Curve(outcomes);
        return switch (head) {
            case THREAT -> new Curve(alone(head)).lowestForFalseAlarms(HARMLESS_THREAT);
            case REPORT -> new Curve(alone(head)).lowestForFalseAlarms(HARMLESS_REPORT);
            case RELEVANT -> curve.lowestForPrecision(RELEVANT_PRECISION);
            case DENIES -> curve.lowestForPrecision(DENIES_PRECISION);
            case ABOUT -> curve.lowestForPrecision(ABOUT_PRECISION);
        };
    }

    /**
     * Single posts, and of those without the class only harmless ones: who reads a threat as a
     * report alarms rightly, and what is told around an incident is not daily life.
     */
    private List<HeadOutcome> alone(CloseHead head) {
        return outcomes(
                authored.stream()
                        .filter(read -> read.example().incident() == null)
                        .filter(
                                read ->
                                        Boolean.TRUE.equals(read.example().labels().answer(head))
                                                || read.example().isHarmless()),
                head);
    }

    private static boolean isIn(ReadExample read, CalibrationGroup group) {
        return CalibrationGroup.of(read.reading().category()) == group;
    }

    /** What a head said where the truth is known. */
    public static List<HeadOutcome> outcomes(Stream<ReadExample> read, CloseHead head) {
        return read.map(example -> example.outcome(head)).filter(Objects::nonNull).toList();
    }
}
