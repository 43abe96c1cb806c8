// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.connectors.spi.store.StoreException;

import java.util.function.Supplier;

/**
 * Reads from a store that may be busy for a moment, for example while it makes the index of a new
 * day. What it misses now it reads the next time; only so many misses in a row are an error.
 */
public final class PatientReader {

    private static final int MOST_MISSES = 100;

    private int misses;

    /**
     * Reads once.
     *
     * @param otherwise the answer when the store cannot answer now
     * @throws StoreException when it cannot answer for good, or has not for a long time
     */
    public <T> T read(Supplier<T> reading, T otherwise) {
        try {
            T answer = reading.get();
            misses = 0;
            return answer;
        } catch (StoreException e) {
            if (!e.retryable() || ++misses > MOST_MISSES) {
                throw e;
            }
            return otherwise;
        }
    }
}
