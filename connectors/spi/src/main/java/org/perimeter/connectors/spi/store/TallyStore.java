// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import java.util.Map;

/** Running counts of what the gates decided, one document per producer, for the report. */
public interface TallyStore {

    /** Replaces the counts of this producer; counts only grow within a producer's life. */
    void put(String producer, Map<String, Long> counts);

    /** The sum over all producers. */
    Map<String, Long> total();
}
