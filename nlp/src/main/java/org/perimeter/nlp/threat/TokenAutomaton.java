// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rules as one nondeterministic automaton over words, run over the tokens from left to right
 * with all its live strands at once: no backtracking, time linear in the text times the strands
 * alive, which the patterns' lengths and gaps bound.
 *
 * <p>Immutable after construction; safe to share.
 */
final class TokenAutomaton {

    private static final String NUMBER = "\u0000number";

    private final Map<String, List<LexiconRule>> starts = new HashMap<>();

    TokenAutomaton(List<LexiconRule> rules) {
        for (LexiconRule rule : rules) {
            for (PatternElement element : rule.pattern()) {
                Set<String> words = element.matchesNumbers() ? Set.of(NUMBER) : element.words();
                for (String word : words) {
                    List<LexiconRule> known = starts.computeIfAbsent(word, w -> new ArrayList<>(2));
                    if (!known.contains(rule)) {
                        known.add(rule);
                    }
                }
                if (!element.optional()) {
                    break;
                }
            }
        }
    }

    /** A place in one rule: the step that must match next and the gap already used before it. */
    private record Strand(LexiconRule rule, int step, int gapUsed, int first) {}

    /** The longest match of each rule from each start, in text order of their ends. */
    List<RuleHit> run(List<ScanToken> tokens) {
        List<RuleHit> ordered = new ArrayList<>();
        Set<Strand> live = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            ScanToken token = tokens.get(i);
            boolean begins = i == 0 || tokens.get(i - 1).sentence() != token.sentence();
            if (begins) {
                live.clear();
            }
            Set<Strand> next = new HashSet<>();
            for (Strand strand : live) {
                step(strand, token, i, next, ordered);
            }
            List<LexiconRule> begun = starts.get(token.number() ? NUMBER : token.word());
            if (begun != null) {
                for (LexiconRule rule : begun) {
                    if (begins || !rule.anchored()) {
                        int gap = rule.pattern().get(0).gap();
                        step(new Strand(rule, 0, gap, i), token, i, next, ordered);
                    }
                }
            }
            live = next;
        }
        return longest(ordered);
    }

    private static void step(
            Strand strand, ScanToken token, int at, Set<Strand> next, List<RuleHit> hits) {
        List<PatternElement> pattern = strand.rule().pattern();
        for (int s = strand.step(); s < pattern.size(); s++) {
            PatternElement element = pattern.get(s);
            if (matches(element, token)) {
                if (restIsOptional(pattern, s + 1)) {
                    hits.add(new RuleHit(strand.rule(), strand.first(), at));
                }
                if (s + 1 < pattern.size()) {
                    next.add(new Strand(strand.rule(), s + 1, 0, strand.first()));
                }
            }
            int used = s == strand.step() ? strand.gapUsed() : 0;
            if (used < element.gap()) {
                next.add(new Strand(strand.rule(), s, used + 1, strand.first()));
            }
            if (!element.optional()) {
                return;
            }
        }
    }

    private static boolean matches(PatternElement element, ScanToken token) {
        return element.matchesNumbers() ? token.number() : element.words().contains(token.word());
    }

    private static boolean restIsOptional(List<PatternElement> pattern, int from) {
        for (int i = from; i < pattern.size(); i++) {
            if (!pattern.get(i).optional()) {
                return false;
            }
        }
        return true;
    }

    private static List<RuleHit> longest(List<RuleHit> hits) {
        Map<LexiconRule, Map<Integer, RuleHit>> best = new HashMap<>();
        for (RuleHit hit : hits) {
            best.computeIfAbsent(hit.rule(), r -> new HashMap<>())
                    .merge(hit.first(), hit, (a, b) -> a.last() >= b.last() ? a : b);
        }
        List<RuleHit> kept = new ArrayList<>();
        for (RuleHit hit : hits) {
            Map<Integer, RuleHit> of = best.get(hit.rule());
            if (of != null && of.remove(hit.first(), hit)) {
                kept.add(hit);
            }
        }
        return kept;
    }
}
