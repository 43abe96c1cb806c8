// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.verify;

import org.perimeter.policy.tlog.encoding.MalformedLogException;

/** What an entry of a log must look like, beyond matching its hash. */
@FunctionalInterface
public interface EntryForm {

    /** Any bytes will do. */
    EntryForm ANY = (entry, index) -> {};

    /**
     * Refuses an entry that has not the log's form.
     *
     * @param entry the leaf's bytes
     * @param index of the entry in the log, from 0
     * @throws MalformedLogException when it has not; the message names the index
     */
    void require(byte[] entry, long index) throws MalformedLogException;
}
