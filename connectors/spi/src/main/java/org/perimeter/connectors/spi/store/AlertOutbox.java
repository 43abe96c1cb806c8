// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import java.time.Instant;
import java.util.List;

/**
 * Changes of alerts on their way out of the house. {@link AlertStore#write} leaves a notice of
 * every change here; somebody gives the notices numbers, and readers follow the numbers.
 */
public interface AlertOutbox {

    /**
     * Numbers waiting notices, oldest change first. Any number of processes may do so at once: a
     * notice gets one number however often it was handed in, and the numbers have no gaps.
     *
     * @param limit most notices to number in this call
     * @return how many got a number; less than wait when another process was faster
     */
    int number(int limit);

    /**
     * Notices that follow a number, in order, at most {@code limit}, read in real time. Those that
     * were forgotten are passed over.
     */
    List<AlertNotice> after(long number, int limit);

    /** The greatest number given so far; 0 before the first. */
    long last();

    /** Forgets numbered notices of changes before this instant; the last number stays known. */
    void forget(Instant changedBefore);
}
