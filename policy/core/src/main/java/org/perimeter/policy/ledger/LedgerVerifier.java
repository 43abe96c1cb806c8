// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.VerifierKey;
import org.perimeter.policy.tlog.verify.LogVerifier;

/** Verifies the audit log: the log as such, and that each entry is one of ours at its place. */
public final class LedgerVerifier {

    private LedgerVerifier() {}

    /** The verifier of the log that is signed with this key. */
    public static LogVerifier of(VerifierKey key) {
        return new LogVerifier(key, LedgerVerifier::requireEntry);
    }

    private static void requireEntry(byte[] bytes, long index) throws MalformedLogException {
        LedgerEntry entry;
        try {
            entry = LedgerEntry.parse(bytes);
        } catch (MalformedLogException e) {
            throw new MalformedLogException("entry " + index + " is " + e.getMessage());
        }
        if (entry.seq() != index) {
            throw new MalformedLogException(
                    "entry " + index + " calls itself entry " + entry.seq());
        }
    }
}
