// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import java.util.Locale;

/** What a rule of the lexicon speaks for; the first part of its id. */
public enum RuleRole {
    /** Violence or a hazard is happening or has happened. */
    REPORT,
    /** Somebody announces harm. */
    THREAT,
    /** Makes a report or threat more likely, says nothing alone. */
    SUPPORT,
    /** About an incident, though it reports nothing new: an all-clear, a question. */
    CONTEXT,
    /** What people at a scene speak of; counts only beside a place near a live incident. */
    SCENE,
    /** Names what an incident is, without saying that there is one; that the classifier judges. */
    TOPIC,
    /** Speaks against: figurative, sport, fiction, quotation, denial, past. */
    VETO;

    /**
     * The role in an id such as {@code report.shots-fired}.
     *
     * @throws IllegalArgumentException when the id begins with no role
     */
    static RuleRole of(String ruleId) {
        int dot = ruleId.indexOf('.');
        return valueOf(ruleId.substring(0, Math.max(dot, 0)).toUpperCase(Locale.ROOT));
    }
}
