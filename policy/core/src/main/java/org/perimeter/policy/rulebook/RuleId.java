// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import java.util.List;

/**
 * Ids of the rules that code reads. A rulebook without one of them is not complete, unless another
 * one holds instead: {@link #inPlaceOf}.
 */
public final class RuleId {

    /** Nothing is collected unless an incident is live; has no value. */
    public static final String INCIDENT_ONLY = "COL-01";

    /** Largest radius of a fence, km. */
    public static final String FENCE_RADIUS = "COL-02";

    /** Largest area of a fence, km². */
    public static final String FENCE_AREA = "COL-02.area";

    /** How long a fence lives without renewal, hours. */
    public static final String FENCE_LIFE = "COL-03";

    /** How long a fence lives at the very most, hours. */
    public static final String FENCE_STOP = "COL-03.stop";

    /** Incident categories are a closed list; has no value. */
    public static final String CATEGORIES = "COL-04";

    /** Sources are a closed register; has no value. */
    public static final String SOURCES = "COL-05";

    /** Only text, time and place; has no value. */
    public static final String FIELDS = "COL-07";

    /** Least probability that a post is about the incident beside which it was read, 0 to 1. */
    public static final String ABOUT = "COL-02.about";

    /**
     * The same where only the platform's position lies inside the fence. A rulebook may leave it
     * out; then {@link #ABOUT} holds there too.
     */
    public static final String ABOUT_BY_POSITION = "COL-02.position";

    /**
     * Least share of the odds for the incident that a post is surest to be about, 0 to 1, from
     * which it is kept for another one too. A rulebook may leave it out; then the incidents are not
     * compared.
     */
    public static final String ABOUT_BESIDE_RIVALS = "COL-02.rival";

    /** What {@link #ABOUT_BESIDE_RIVALS} is where a rulebook leaves it out. */
    static final double NO_RIVALS = 0;

    /** Largest uncertainty of a place that may admit a post, metres. */
    public static final String PLACE_RADIUS = "COL-08";

    /** Least confidence of a place that may admit a post, 0 to 1. */
    public static final String PLACE_CONFIDENCE = "COL-08.confidence";

    /** Most posts per incident. */
    public static final String VOLUME = "COL-09";

    /** Rewind, minutes; 0 switches it off. */
    public static final String REWIND = "COL-10";

    /** Life of posts from a protected place, hours. */
    public static final String PROTECTED_PLACE = "FAS-01";

    /**
     * To how many minutes the times of stored posts and of alerts are rounded. A rulebook may leave
     * it out; then the shipped number holds, for exact times name authors.
     */
    public static final String STORED_TIMES = "IDN-01.time";

    /** What {@link #STORED_TIMES} is where a rulebook leaves it out. */
    static final double SHIPPED_STORED_TIMES = 1;

    /** Identifiers inside texts are replaced; has no value. */
    public static final String IDENTIFIERS = "IDN-02";

    /** Life of an admitted post after its incident closed, hours. */
    public static final String AFTER_CLOSE = "RET-01.R1";

    /** Life of an admitted post at the very most, days. */
    public static final String RAW_CAP = "RET-01.R1.cap";

    /** Life of an alerted post, days. */
    public static final String ALERTED = "RET-01.R2";

    /** Roles and purposes decide who may act; has no value. */
    public static final String ACCESS = "ACC-01";

    /** Every search states purpose and case number; has no value. */
    public static final String PURPOSE = "ACC-02";

    /** Independent voices that raise an alert. */
    public static final String ALERT_RAISE = "OUT-03.raise";

    /** Independent voices that confirm an alert. */
    public static final String ALERT_CONFIRM = "OUT-03.confirm";

    /** Minutes within which they must speak. */
    public static final String ALERT_WINDOW = "OUT-03.window";

    /** Least threat score that counts, 0 to 1. */
    public static final String ALERT_SCORE = "OUT-03.score";

    /** Least probability that raises an alert, 0 to 1. */
    public static final String ALERT_PROBABILITY = "OUT-03.probability";

    /** Least probability that confirms an alert, 0 to 1. */
    public static final String ALERT_CERTAINTY = "OUT-03.certainty";

    /** Probability below which an alert is withdrawn, 0 to 1. */
    public static final String ALERT_FALL = "OUT-03.fall";

    /** Greatest chance that ordinary life alone brings as many voices, 0 to 1. */
    public static final String ALERT_CHANCE = "OUT-03.chance";

    /** Least share of useful alerts of a kind that may leave the house, 0 to 1. */
    public static final String ALERT_FLOOR = "OUT-03.floor";

    /** Deletion is verified, and work stops when it is late; has no value. */
    public static final String RETENTION = "RET-02";

    /** Greatest age of the last sequenced audit entry, seconds. */
    public static final String LEDGER_AGE = "AUD-01";

    /** Rules that are numbers, all of which a rulebook must set. */
    public static final List<String> WITH_VALUE =
            List.of(
                    FENCE_RADIUS,
                    FENCE_AREA,
                    FENCE_LIFE,
                    FENCE_STOP,
                    ABOUT,
                    PLACE_RADIUS,
                    PLACE_CONFIDENCE,
                    VOLUME,
                    REWIND,
                    PROTECTED_PLACE,
                    AFTER_CLOSE,
                    RAW_CAP,
                    ALERTED,
                    ALERT_RAISE,
                    ALERT_CONFIRM,
                    ALERT_WINDOW,
                    ALERT_SCORE,
                    ALERT_PROBABILITY,
                    ALERT_CERTAINTY,
                    ALERT_FALL,
                    ALERT_CHANCE,
                    ALERT_FLOOR,
                    LEDGER_AGE);

    private RuleId() {}

    /**
     * The rule that holds where a rulebook leaves this one out.
     *
     * @return the rule itself where it must not be left out
     */
    public static String inPlaceOf(String ruleId) {
        return ruleId.equals(ABOUT_BY_POSITION) ? ABOUT : ruleId;
    }
}
