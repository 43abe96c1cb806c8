// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The ledger in brief.
 *
 * @param origin names the log
 * @param size entries under the newest checkpoint
 * @param root Merkle root over them, base64
 * @param verifierKey what checks the checkpoint's signature; compare it with the board's own copy
 * @param drainedAt when the jobs' inbox was last found empty; null before the first time, or when
 *     the store cannot say
 */
public record LedgerView(
        String origin, long size, String root, String verifierKey, @Nullable Instant drainedAt) {}
