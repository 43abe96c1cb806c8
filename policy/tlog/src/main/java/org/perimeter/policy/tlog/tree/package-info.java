// SPDX-License-Identifier: GPL-3.0-or-later
/** The Merkle tree of RFC 6962: hashes, inclusion and consistency proofs. */
@NullMarked
package org.perimeter.policy.tlog.tree;

import org.jspecify.annotations.NullMarked;
