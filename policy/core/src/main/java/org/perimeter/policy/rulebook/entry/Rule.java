// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.entry;

import java.time.LocalDate;
import java.util.List;

/**
 * One rule: one number, one sentence, one owner and one end date.
 *
 * @param id as in the control catalogue, such as {@code COL-02}
 * @param text the rule as the board reads it
 * @param why the reason for this number
 * @param ref laws, ordinances and guides behind it
 * @param owner who answers for it
 * @param value the number, in {@code unit}
 * @param unit such as {@code km} or {@code hours}
 * @param loosening the direction in which it would allow more
 * @param sunset the last day (UTC) on which it holds
 */
public record Rule(
        String id,
        String text,
        String why,
        List<String> ref,
        String owner,
        double value,
        String unit,
        Loosening loosening,
        LocalDate sunset) {

    public Rule {
        ref = List.copyOf(ref);
    }
}
