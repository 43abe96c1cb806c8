// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import java.util.List;

/**
 * What the enumerator must remember.
 *
 * @param assigned ids of the splits that readers hold, and keep in their own state
 * @param waiting splits that came back from a lost reader and wait for a new one
 */
public record PollingAssignment(List<String> assigned, List<PollingSplit> waiting) {

    public PollingAssignment {
        assigned = List.copyOf(assigned);
        waiting = List.copyOf(waiting);
    }
}
