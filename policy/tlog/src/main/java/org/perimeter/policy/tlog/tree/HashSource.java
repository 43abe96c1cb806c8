// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tree;

import java.io.IOException;

/** Gives the roots of complete subtrees, from memory or from tiles. */
@FunctionalInterface
public interface HashSource {

    /**
     * The root of the complete subtree over the entries {@code [index << level, (index + 1) <<
     * level)}.
     *
     * @param level 0 for leaf hashes
     * @param index counts the subtrees of that level from the left, from 0
     * @throws IOException when the hash cannot be read or lies beyond the tree
     */
    Hash hash(int level, long index) throws IOException;
}
