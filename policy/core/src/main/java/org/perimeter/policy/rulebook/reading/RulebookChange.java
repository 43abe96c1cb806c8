// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.reading;

/**
 * One difference between two rulebooks.
 *
 * @param what the rule, source or category
 * @param before how it was; empty when it is new
 * @param after how it is; empty when it is gone
 * @param effect whether more or less gets through
 */
public record RulebookChange(String what, String before, String after, Effect effect) {

    /** What a change does (control GOV-02). */
    public enum Effect {
        /** More gets through, or is kept longer. */
        LOOSENS,
        /** Less gets through, or is kept shorter. */
        TIGHTENS,
        /** Neither. */
        NEUTRAL
    }
}
