// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What {@link LedgerVerifier} found.
 *
 * @param ok whether everything agrees
 * @param size entries that the signed checkpoint vouches for; 0 when there is no valid checkpoint
 * @param root the signed root, base64; null when there is no valid checkpoint
 * @param problem the place of the first mismatch and what is wrong there; null when ok
 */
public record LedgerVerification(
        boolean ok, long size, @Nullable String root, @Nullable String problem) {

    static LedgerVerification good(Checkpoint checkpoint) {
        return new LedgerVerification(true, checkpoint.size(), checkpoint.root().toBase64(), null);
    }

    static LedgerVerification bad(@Nullable Checkpoint checkpoint, String problem) {
        return checkpoint == null
                ? new LedgerVerification(false, 0, null, problem)
                : new LedgerVerification(
                        false, checkpoint.size(), checkpoint.root().toBase64(), problem);
    }
}
