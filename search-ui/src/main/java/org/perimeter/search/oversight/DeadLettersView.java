// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.model.decision.DeadLetter;

import java.util.List;
import java.util.Map;

/**
 * What could not go on; ids and reasons, never content.
 *
 * @param counts how many per stage and reason, {@code STAGE/REASON}
 * @param items the newest
 */
public record DeadLettersView(Map<String, Long> counts, List<DeadLetter> items) {

    public DeadLettersView {
        counts = Map.copyOf(counts);
        items = List.copyOf(items);
    }
}
