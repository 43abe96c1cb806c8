// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.rulebook.Rulebook;

/** Whether an incident's category is on the rulebook's closed list. */
public final class CategoryRule {

    private final Rulebook rulebook;

    private CategoryRule(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The rule with a rulebook's list. */
    public static CategoryRule of(Rulebook rulebook) {
        return new CategoryRule(rulebook);
    }

    /** Whether incidents of the category may be opened and collected for. */
    @Control("COL-04")
    public boolean allows(IncidentCategory category) {
        return rulebook.categories().contains(category);
    }
}
