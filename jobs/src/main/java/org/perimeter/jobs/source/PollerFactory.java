// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import java.io.Serializable;

/** The recipe of a poller: what travels in the job graph. */
public interface PollerFactory<T> extends Serializable {

    /** Id of the split that the poller reads, stable over restarts. */
    String id();

    /**
     * A new poller that resumes after the given cursor.
     *
     * @param cursor the last one that was safe; empty at the very beginning
     */
    Poller<T> create(String cursor);
}
