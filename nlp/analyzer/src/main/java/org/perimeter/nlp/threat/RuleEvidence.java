// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.threat.lexicon.LexiconRule;
import org.perimeter.nlp.threat.lexicon.RuleHit;
import org.perimeter.nlp.threat.lexicon.RuleRole;
import org.perimeter.nlp.threat.lexicon.ScanToken;
import org.perimeter.nlp.threat.lexicon.VetoScope;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The hits of one post, weighed against each other. */
public final class RuleEvidence {

    /** Support lifts nothing that has less evidence than this. */
    private static final double SUPPORTABLE = 0.2;

    /** A threat between quotation marks is more often repeated than made. */
    private static final double CITED = 0.3;

    private final List<RuleHit> hits;
    private final List<ScanToken> tokens;

    RuleEvidence(List<RuleHit> hits, List<ScanToken> tokens) {
        this.hits = withoutRefuted(hits);
        this.tokens = tokens;
    }

    /** "Not a drill" is no talk of drills. */
    private static List<RuleHit> withoutRefuted(List<RuleHit> hits) {
        List<RuleHit> real = hits.stream().filter(hit -> hit.rule().insistsOnReality()).toList();
        return real.isEmpty()
                ? hits
                : hits.stream()
                        .filter(
                                hit ->
                                        hit.rule().role() != RuleRole.VETO
                                                || real.stream().noneMatch(hit::overlaps))
                        .toList();
    }

    /** The category of a role with the highest score. */
    Claim strongest(RuleRole role, double extraSupport) {
        @Nullable IncidentCategory best = null;
        double bestScore = 0;
        for (IncidentCategory category : categories(role)) {
            double score = score(role, category, extraSupport);
            if (best == null || score > bestScore) {
                best = category;
                bestScore = score;
            }
        }
        boolean general = role == RuleRole.THREAT && best == IncidentCategory.ASSAULT;
        return new Claim(role, general ? byWeapon() : best, ThreatReader.round(bestScore));
    }

    /** A threat to somebody's life is a threat with the weapon that the post names. */
    private IncidentCategory byWeapon() {
        for (RuleHit hit : hits) {
            IncidentCategory weapon = hit.rule().category();
            if (hit.rule().role() == RuleRole.SUPPORT && weapon != null) {
                return weapon;
            }
        }
        return IncidentCategory.ASSAULT;
    }

    /**
     * Probability that the post is about an incident though it reports nothing.
     *
     * @param nearIncident whether it names a place near a live one, so that the language of a scene
     *     counts too
     */
    double context(double extraSupport, boolean nearIncident) {
        double silence = 1;
        Set<String> counted = new HashSet<>();
        for (RuleHit hit : hits) {
            if (isAbout(hit, nearIncident) && counted.add(hit.rule().id())) {
                silence *= 1 - hit.rule().weight() * factor(hit);
            }
        }
        double said = 1 - silence;
        return said < SUPPORTABLE ? said : 1 - (1 - said) * (1 - extraSupport);
    }

    /** What the vetoes leave of the hit of a role that they leave most of; 1 when it has none. */
    double undisputed(RuleRole role) {
        return hits.stream()
                .filter(hit -> hit.rule().role() == role)
                .mapToDouble(this::factor)
                .max()
                .orElse(1);
    }

    /** What the vetoes over the whole post leave of what only a classifier thinks. */
    double unvetoed() {
        return left(rule -> rule.scope() == VetoScope.POST && !rule.isDenial());
    }

    /** What is left when the post speaks of fiction, sport, music, food, or sells something. */
    double serious() {
        return left(LexiconRule::isPastime);
    }

    private double left(Predicate<LexiconRule> counts) {
        double left = 1;
        Set<String> counted = new HashSet<>();
        for (RuleHit hit : hits) {
            LexiconRule rule = hit.rule();
            if (rule.vetoes(RuleRole.REPORT) && counts.test(rule) && counted.add(rule.id())) {
                left *= rule.weight();
            }
        }
        return left;
    }

    /** The hits that speak for a claim, or, when it did not hold, those for and against it. */
    List<RuleHit> behind(Claim claim, ThreatKind kind) {
        List<RuleHit> kept = new ArrayList<>();
        for (RuleHit hit : hits) {
            RuleRole role = hit.rule().role();
            boolean spoke = role == claim.role() && speaksOf(hit.rule(), claim);
            boolean against = role == RuleRole.VETO && claim.category() != null;
            if (spoke || (against && kind == ThreatKind.NONE)) {
                kept.add(hit);
            }
        }
        return kept;
    }

    /** The hits for which a post is about an incident though it reports nothing. */
    List<RuleHit> behindContext(boolean nearIncident) {
        return hits.stream().filter(hit -> isAbout(hit, nearIncident)).toList();
    }

    private static boolean speaksOf(LexiconRule rule, Claim claim) {
        return rule.category() == claim.category()
                || (claim.role() == RuleRole.THREAT && rule.category() == IncidentCategory.ASSAULT);
    }

    private Set<IncidentCategory> categories(RuleRole role) {
        Set<IncidentCategory> found = new TreeSet<>();
        for (RuleHit hit : hits) {
            IncidentCategory category = hit.rule().category();
            if (hit.rule().role() == role && category != null) {
                found.add(category);
            }
        }
        return found;
    }

    private double score(RuleRole role, IncidentCategory category, double extraSupport) {
        Map<String, Double> strengths = new HashMap<>();
        double strongestFactor = 0;
        for (RuleHit hit : hits) {
            LexiconRule rule = hit.rule();
            if (rule.role() == role && rule.category() == category) {
                double factor = factor(hit);
                strongestFactor = Math.max(strongestFactor, factor);
                // A rule that fires twice has not said more.
                strengths.merge(rule.id(), rule.weight() * factor, Math::max);
            }
        }
        double silence = 1;
        for (double strength : strengths.values()) {
            silence *= 1 - strength;
        }
        double base = 1 - silence;
        return base < SUPPORTABLE ? base : supported(base, category, extraSupport, strongestFactor);
    }

    private double supported(
            double base, IncidentCategory category, double extraSupport, double vetoFactor) {
        double doubt = (1 - base) * (1 - extraSupport * vetoFactor);
        Set<String> counted = new HashSet<>();
        for (RuleHit hit : hits) {
            LexiconRule rule = hit.rule();
            boolean fits =
                    rule.category() == null
                            || rule.category() == category
                            || category == IncidentCategory.ASSAULT;
            if (rule.role() == RuleRole.SUPPORT && fits && counted.add(rule.id())) {
                doubt *= 1 - rule.weight() * vetoFactor;
            }
        }
        return 1 - doubt;
    }

    /** What the vetoes in reach leave of a hit. */
    private double factor(RuleHit hit) {
        boolean cited = hit.rule().role() == RuleRole.THREAT && tokens.get(hit.first()).quoted();
        double factor = cited ? CITED : 1;
        Set<String> counted = new HashSet<>();
        for (RuleHit veto : hits) {
            LexiconRule rule = veto.rule();
            // Who denies or ends an incident reports none, but speaks of it all the same.
            boolean against =
                    rule.vetoes(hit.rule().role()) && !(isAbout(hit, true) && rule.isDenial());
            if (against && reaches(veto, hit) && counted.add(rule.id())) {
                factor *= rule.weight();
            }
        }
        return factor;
    }

    private static boolean isAbout(RuleHit hit, boolean nearIncident) {
        RuleRole role = hit.rule().role();
        return role == RuleRole.CONTEXT || (nearIncident && role == RuleRole.SCENE);
    }

    private boolean reaches(RuleHit veto, RuleHit hit) {
        return switch (veto.rule().scope()) {
            case OVERLAP -> veto.overlaps(hit);
            case SENTENCE ->
                    tokens.get(veto.first()).sentence() == tokens.get(hit.first()).sentence();
            case POST -> true;
        };
    }
}
