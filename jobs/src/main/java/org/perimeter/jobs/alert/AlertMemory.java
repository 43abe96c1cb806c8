// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.alert.Alert;

import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one alert, raised or not yet.
 *
 * @param alert its newest version; null before it was ever raised
 * @param supports posts that speak for it, oldest witness first
 */
public record AlertMemory(@Nullable Alert alert, List<AlertSupport> supports) {

    /** More posts than these add nothing to an alert. */
    private static final int MOST_SUPPORTS = 200;

    /** Nothing yet. */
    static final AlertMemory EMPTY = new AlertMemory(null, List.of());

    public AlertMemory {
        supports = List.copyOf(supports);
    }

    /** The same with this post, instead of an earlier state of it. */
    AlertMemory with(AlertSupport support) {
        List<AlertSupport> changed = without(support.documentId());
        int at = changed.size();
        while (at > 0 && changed.get(at - 1).witnessedAt().isAfter(support.witnessedAt())) {
            at--;
        }
        changed.add(at, support);
        return new AlertMemory(
                alert,
                changed.subList(Math.max(0, changed.size() - MOST_SUPPORTS), changed.size()));
    }

    /** The same without this post. */
    AlertMemory withoutPost(String documentId) {
        return new AlertMemory(alert, without(documentId));
    }

    /** The same with a newer version of the alert. */
    AlertMemory with(Alert newer) {
        return new AlertMemory(newer, supports);
    }

    private List<AlertSupport> without(String documentId) {
        List<AlertSupport> changed = new ArrayList<>(supports);
        changed.removeIf(support -> support.documentId().equals(documentId));
        return changed;
    }
}
