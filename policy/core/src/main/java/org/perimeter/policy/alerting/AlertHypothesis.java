// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.List;

/**
 * That one kind of harm is reported, or announced, about an incident: what speaks for it, and the
 * alert that it became.
 *
 * @param kind report or threat
 * @param group of categories
 * @param families the voices that say so
 * @param alert its newest version; null before it ever passed the rules
 */
public record AlertHypothesis(
        ThreatKind kind, CategoryGroup group, List<AlertFamily> families, @Nullable Alert alert) {

    public AlertHypothesis {
        families = List.copyOf(families);
    }

    /** The same with other voices. */
    AlertHypothesis withFamilies(List<AlertFamily> others) {
        return new AlertHypothesis(kind, group, others, alert);
    }

    /** The same with a newer version of its alert. */
    public AlertHypothesis withAlert(Alert newer) {
        return new AlertHypothesis(kind, group, families, newer);
    }

    /** Document ids on which its alert stands. */
    List<String> carrying() {
        return alert == null || !alert.state().stands() ? List.of() : alert.postIds();
    }
}
