// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Running counts of what the gates decided, one document per producer and day (UTC), for the
 * report.
 */
public interface TallyStore {

    /**
     * Replaces the counts of this producer for this day.
     *
     * @param toldAt when the producer told them; counts told earlier than the stored ones change
     *     nothing
     */
    void put(String producer, LocalDate day, Instant toldAt, Map<String, Long> counts);

    /** The sum over all producers and days. */
    Map<String, Long> total();

    /** The sum over all producers and the days from the first to the last, both included. */
    Map<String, Long> total(LocalDate first, LocalDate last);

    /**
     * Deletes the counts of all days before this one.
     *
     * @return how many documents went
     */
    long dropBefore(LocalDate day);
}
