// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.verify;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.tlog.log.Checkpoint;

/**
 * What {@link LogVerifier} found.
 *
 * @param ok whether everything agrees
 * @param size entries that the signed checkpoint vouches for; 0 when there is no valid checkpoint
 * @param root the signed root, base64; null when there is no valid checkpoint
 * @param problem the place of the first mismatch and what is wrong there; null when ok
 */
public record LogVerification(
        boolean ok, long size, @Nullable String root, @Nullable String problem) {

    static LogVerification good(Checkpoint checkpoint) {
        return new LogVerification(true, checkpoint.size(), checkpoint.root().toBase64(), null);
    }

    static LogVerification bad(@Nullable Checkpoint checkpoint, String problem) {
        return checkpoint == null
                ? new LogVerification(false, 0, null, problem)
                : new LogVerification(
                        false, checkpoint.size(), checkpoint.root().toBase64(), problem);
    }
}
