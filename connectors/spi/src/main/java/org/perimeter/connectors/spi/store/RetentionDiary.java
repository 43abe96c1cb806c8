// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * When retention last did all that was due; collection stops when that is too long ago, so nobody
 * can collect where nothing is deleted.
 */
public interface RetentionDiary {

    /** Says that a round ended at this instant with nothing left that was due. */
    void finished(Instant at);

    /** When the last such round ended, read in real time; empty before the first. */
    Optional<Instant> lastFinished();
}
