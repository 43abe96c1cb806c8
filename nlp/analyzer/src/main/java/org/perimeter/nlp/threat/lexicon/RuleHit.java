// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

/**
 * That a rule matched.
 *
 * @param rule the rule
 * @param first index of the first token that matched
 * @param last index of the last one
 */
public record RuleHit(LexiconRule rule, int first, int last) {

    public boolean overlaps(RuleHit other) {
        return first <= other.last && other.first <= last;
    }
}
