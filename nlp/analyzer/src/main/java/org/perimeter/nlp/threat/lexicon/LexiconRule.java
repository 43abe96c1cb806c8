// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.List;
import java.util.Set;

/**
 * One line of the lexicon.
 *
 * @param id such as {@code report.shots-fired}; several lines may share one
 * @param role what it speaks for
 * @param category what it is about; null for rules that fit any
 * @param scope reach of a veto; {@link VetoScope#POST} for all other roles
 * @param weight 0 to 1: probability added by evidence, factor left by a veto
 * @param anchored whether it matches only at the beginning of a sentence
 * @param pattern steps over normalised tokens
 */
public record LexiconRule(
        String id,
        RuleRole role,
        @Nullable IncidentCategory category,
        VetoScope scope,
        double weight,
        boolean anchored,
        List<PatternElement> pattern) {

    private static final String DENIAL = "veto.denial";
    private static final String REAL = "support.real";
    private static final String AGAINST_THREATS = "veto.threat.";
    private static final String AGAINST_REPORTS = "veto.report.";
    private static final Set<String> PASTIMES =
            Set.of(
                    "veto.fiction",
                    "veto.drill",
                    "veto.sport",
                    "veto.lyrics",
                    "veto.song",
                    "veto.drink",
                    "veto.food",
                    "veto.film",
                    "veto.ad");

    public LexiconRule {
        pattern = List.copyOf(pattern);
        if (pattern.isEmpty() || pattern.stream().allMatch(PatternElement::optional)) {
            throw new IllegalArgumentException(id + ": a pattern needs a step that must match");
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(id + ": the weight must be 0 to 1");
        }
    }

    /** Whether it is a veto that weighs against what a rule of the other role found. */
    public boolean vetoes(RuleRole other) {
        return role == RuleRole.VETO
                && !id.startsWith(other == RuleRole.THREAT ? AGAINST_REPORTS : AGAINST_THREATS);
    }

    /** Whether it says that this is no drill, no film and no firework. */
    public boolean insistsOnReality() {
        return id.equals(REAL);
    }

    /** Whether it says that all this is a drill, fiction, sport, music, food or for sale. */
    public boolean isPastime() {
        return PASTIMES.contains(id);
    }

    /** Whether it says that the incident is over, or never was. */
    public boolean isDenial() {
        return id.equals(DENIAL);
    }
}
