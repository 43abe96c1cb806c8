// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.perimeter.connectors.incidents.IncidentProblem;
import org.perimeter.policy.rules.life.IncidentStep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what became of each feature of a push; not for more than one thread. */
final class Pushed {

    private final List<String> accepted = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();
    private final List<IntakeView.Rejected> rejected = new ArrayList<>();
    private final Set<Integer> unread = new HashSet<>();
    private int index;

    /**
     * @param problems of the features that could not be read
     */
    Pushed(List<IncidentProblem> problems) {
        for (IncidentProblem problem : problems) {
            unread.add(problem.index());
            rejected.add(
                    new IntakeView.Rejected(problem.index(), problem.path(), problem.message()));
        }
    }

    /** Adds what became of the next feature that could be read. */
    void add(IncidentStep step) {
        while (unread.contains(index)) {
            index++;
        }
        if (step instanceof IncidentStep.Changed changed) {
            accepted.add(changed.incident().id());
        } else if (step instanceof IncidentStep.Unchanged same) {
            unchanged.add(same.incident().id());
        } else if (step instanceof IncidentStep.Refused refused) {
            rejected.add(new IntakeView.Rejected(index, path(refused), refused.message()));
        }
        index++;
    }

    private static String path(IncidentStep.Refused refused) {
        boolean own = refused.field().isEmpty() || refused.field().equals("geometry");
        return own ? refused.field() : "properties." + refused.field();
    }

    IntakeView view() {
        return new IntakeView(accepted, unchanged, rejected);
    }
}
