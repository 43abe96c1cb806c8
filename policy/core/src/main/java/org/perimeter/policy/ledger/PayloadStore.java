// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;

/**
 * Keeps what the entries commit to, apart from the log, so that it can be opened to an auditor and
 * erased while the log stays whole.
 */
public interface PayloadStore {

    /** The payload of the entry; null when it was erased or never written. */
    @Nullable SaltedPayload find(long index) throws IOException;

    /**
     * The payloads of one bundle of 256 entries, by index of the entry; those that were erased or
     * never written are missing.
     *
     * @param bundle number of the bundle, from 0
     */
    Map<Long, SaltedPayload> findBundle(long bundle) throws IOException;

    /** Makes the payload of the entry unreadable. */
    void erase(long index) throws IOException;
}
