// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

/** Something that is asked again and again for news; used by one thread. */
public interface Poller<T> extends AutoCloseable {

    /**
     * Brings what is new. Expected trouble is an empty poll with a rest, never an exception: an
     * exception fails the job.
     */
    Poll<T> poll();

    /** Lets go of everything; safe to call twice. */
    @Override
    void close();
}
