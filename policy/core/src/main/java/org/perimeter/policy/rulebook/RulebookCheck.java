// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.yaml.YamlProblem;

import java.util.List;

/** Whether a signed rulebook may govern: it is valid, or it says why not. */
public sealed interface RulebookCheck permits RulebookCheck.Valid, RulebookCheck.Invalid {

    /**
     * Signed by two, within its dates, complete.
     *
     * @param rulebook the rules
     */
    record Valid(Rulebook rulebook) implements RulebookCheck {}

    /**
     * Must not govern.
     *
     * @param reason for gates and counters
     * @param problems for people; at least one
     */
    record Invalid(ReasonCode reason, List<YamlProblem> problems) implements RulebookCheck {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
