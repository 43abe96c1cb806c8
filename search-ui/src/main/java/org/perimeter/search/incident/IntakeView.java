// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import java.util.List;

/**
 * What became of a push.
 *
 * @param accepted ids that were written
 * @param unchanged ids whose stored version is the same or newer; nothing was written
 * @param rejected features that may not become incidents
 */
public record IntakeView(List<String> accepted, List<String> unchanged, List<Rejected> rejected) {

    public IntakeView {
        accepted = List.copyOf(accepted);
        unchanged = List.copyOf(unchanged);
        rejected = List.copyOf(rejected);
    }

    /**
     * One feature that may not become an incident.
     *
     * @param index its place in the collection, from 0
     * @param path of the value that is wrong, inside the feature
     * @param error what is wrong with it
     */
    public record Rejected(int index, String path, String error) {}
}
