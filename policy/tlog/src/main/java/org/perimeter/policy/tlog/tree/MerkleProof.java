// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tree;

import java.util.ArrayList;
import java.util.List;

/** Checks inclusion and consistency proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2). */
public final class MerkleProof {

    private MerkleProof() {}

    /**
     * Whether the proof leads from the leaf at {@code index} to the root of a tree of {@code size}
     * entries. Malformed proofs are simply wrong, never an exception.
     */
    public static boolean includes(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash reached = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                reached = Hash.node(sibling, reached);
                // The rightmost node has no sibling on the levels where it is a left child.
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                reached = Hash.node(reached, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && reached.equals(root);
    }

    /**
     * Whether the proof shows that the tree of {@code newSize} entries begins with the tree of
     * {@code oldSize}. An empty old tree is the beginning of every tree.
     */
    public static boolean extendsTree(
            long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == 0) {
            return proof.isEmpty() && oldRoot.equals(Hash.emptyTree());
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && oldRoot.equals(newRoot);
        }
        List<Hash> path = new ArrayList<>(proof.size() + 1);
        if (Long.bitCount(oldSize) == 1) {
            path.add(oldRoot);
        }
        path.addAll(proof);
        return !path.isEmpty() && walks(oldSize, oldRoot, newSize, newRoot, path);
    }

    private static boolean walks(
            long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        int skipped = Long.numberOfTrailingZeros(~(oldSize - 1));
        long node = (oldSize - 1) >> skipped;
        long last = (newSize - 1) >> skipped;
        Hash oldReached = path.get(0);
        Hash newReached = path.get(0);
        for (Hash sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldReached = Hash.node(sibling, oldReached);
                newReached = Hash.node(sibling, newReached);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newReached = Hash.node(newReached, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldReached.equals(oldRoot) && newReached.equals(newRoot);
    }
}
