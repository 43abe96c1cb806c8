// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import java.io.IOException;

/**
 * Keeps, beside the published files, what belongs to the entries of a batch and must be as durable
 * as they are, such as what they commit to.
 */
public interface Companion {

    /** Keeps nothing. */
    Companion NONE =
            new Companion() {
                @Override
                public void keep(byte[] attachment) {
                    // There is nothing to keep.
                }

                @Override
                public void sync() {
                    // There is nothing to keep.
                }
            };

    /**
     * Keeps what was handed in with a batch that is durable in the journal. After a crash it is
     * called again, then also for what it has already.
     */
    void keep(byte[] attachment) throws IOException;

    /** Makes durable whatever it keeps; the journal may forget it then. */
    void sync() throws IOException;
}
