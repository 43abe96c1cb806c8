// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    private static final String PEOPLE = PatternElement.PEOPLE;
    private static final int[] NONE = {};

    /** No pattern, with all its gaps, reaches further. */
    private static final int LONGEST_MATCH = 256;

    private final List<LexiconRule> rules;
    private final PatternElement[][] patterns;
    private final Map<String, int[]> starts = new HashMap<>();

    TokenAutomaton(List<LexiconRule> rules) {
        this.rules = List.copyOf(rules);
        this.patterns = new PatternElement[rules.size()][];
        for (int rule = 0; rule < rules.size(); rule++) {
            patterns[rule] = rules.get(rule).pattern().toArray(new PatternElement[0]);
            for (PatternElement element : patterns[rule]) {
                Set<String> words = element.matchesNumbers() ? Set.of(NUMBER) : element.words();
                for (String word : words) {
                    starts.merge(word, new int[] {rule}, TokenAutomaton::joined);
                }
                if (!element.optional()) {
                    break;
                }
            }
        }
    }

    private static int[] joined(int[] known, int[] one) {
        if (known[known.length - 1] == one[0]) {
            return known;
        }
        int[] joined = Arrays.copyOf(known, known.length + 1);
        joined[known.length] = one[0];
        return joined;
    }

    /** The longest match of each rule from each start, in text order of their ends. */
    List<RuleHit> run(List<ScanToken> tokens) {
        List<RuleHit> hits = new ArrayList<>();
        Strands live = new Strands();
        Strands next = new Strands();
        for (int i = 0; i < tokens.size(); i++) {
            ScanToken token = tokens.get(i);
            boolean begins = i == 0 || tokens.get(i - 1).sentence() != token.sentence();
            next.clear();
            if (!begins) {
                for (int s = 0; s < live.size(); s++) {
                    int gapUsed = live.gapUsed(s);
                    step(live.rule(s), live.step(s), gapUsed, live.first(s), token, i, next, hits);
                }
            }
            begin(token.number() ? NUMBER : token.word(), begins, token, i, next, hits);
            if (token.people()) {
                begin(PEOPLE, begins, token, i, next, hits);
            }
            Strands used = live;
            live = next;
            next = used;
        }
        return longest(hits);
    }

    private void begin(
            String key, boolean begins, ScanToken token, int at, Strands next, List<RuleHit> hits) {
        for (int rule : starts.getOrDefault(key, NONE)) {
            if (begins || !rules.get(rule).anchored()) {
                step(rule, 0, patterns[rule][0].gap(), at, token, at, next, hits);
            }
        }
    }

    private void step(
            int rule,
            int from,
            int gapUsed,
            int first,
            ScanToken token,
            int at,
            Strands next,
            List<RuleHit> hits) {
        PatternElement[] pattern = patterns[rule];
        for (int s = from; s < pattern.length; s++) {
            PatternElement element = pattern[s];
            if (matches(element, token)) {
                if (restIsOptional(pattern, s + 1)) {
                    hits.add(new RuleHit(rules.get(rule), first, at));
                }
                if (s + 1 < pattern.length) {
                    next.add(rule, s + 1, 0, first);
                }
            }
            int used = s == from ? gapUsed : 0;
            if (used < element.gap()) {
                next.add(rule, s, used + 1, first);
            }
            if (!element.optional()) {
                return;
            }
        }
    }

    private static boolean matches(PatternElement element, ScanToken token) {
        return element.matchesNumbers()
                ? token.number()
                : element.words().contains(token.word())
                        || (token.people() && element.words().contains(PEOPLE));
    }

    private static boolean restIsOptional(PatternElement[] pattern, int from) {
        for (int i = from; i < pattern.length; i++) {
            if (!pattern[i].optional()) {
                return false;
            }
        }
        return true;
    }

    /** Matches come in the order of their ends, so that the last of a rule and start is longest. */
    private static List<RuleHit> longest(List<RuleHit> hits) {
        List<RuleHit> kept = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            RuleHit hit = hits.get(i);
            boolean outdone = false;
            for (int j = i + 1; j < hits.size() && !outdone; j++) {
                RuleHit later = hits.get(j);
                if (later.last() - hit.first() > LONGEST_MATCH) {
                    break;
                }
                outdone = later.first() == hit.first() && later.rule().equals(hit.rule());
            }
            if (!outdone) {
                kept.add(hit);
            }
        }
        return kept;
    }
}
