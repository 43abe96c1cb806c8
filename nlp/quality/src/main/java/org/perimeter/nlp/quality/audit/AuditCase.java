// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

/**
 * A test text and what became of it.
 *
 * @param group the identity, or the dialect, that it is counted under
 * @param function what it tests; empty when the set does not say
 * @param template what it was made from by filling in an identity; empty when it was not
 * @param shouldFire whether an alert is right
 * @param fired whether the analyzer raised one
 * @param score the analyzer's threat score
 */
record AuditCase(
        String group,
        String function,
        String template,
        boolean shouldFire,
        boolean fired,
        double score) {

    boolean isWrong() {
        return shouldFire != fired;
    }
}
