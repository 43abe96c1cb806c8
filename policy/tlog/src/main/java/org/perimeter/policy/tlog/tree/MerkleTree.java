// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Computes roots and proofs of the Merkle tree (RFC 9162 sections 2.1.1, 2.1.3.1, 2.1.4.1). */
public final class MerkleTree {

    private MerkleTree() {}

    /** The root over the first {@code size} entries; of none, the hash of nothing. */
    public static Hash root(long size, HashSource source) throws IOException {
        if (size < 0) {
            throw new IllegalArgumentException("tree size " + size);
        }
        return size == 0 ? Hash.emptyTree() : range(0, size, source);
    }

    /**
     * The sibling hashes that lead from an entry to the root, the leaf's sibling first.
     *
     * @throws IllegalArgumentException unless {@code 0 <= index < size}
     */
    public static List<Hash> inclusionProof(long index, long size, HashSource source)
            throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " of " + size);
        }
        List<Hash> proof = new ArrayList<>();
        addPath(index, 0, size, source, proof);
        return List.copyOf(proof);
    }

    /**
     * The hashes that prove that the tree of {@code newSize} entries begins with the tree of {@code
     * oldSize}.
     *
     * @throws IllegalArgumentException unless {@code 0 <= oldSize <= newSize}
     */
    public static List<Hash> consistencyProof(long oldSize, long newSize, HashSource source)
            throws IOException {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("sizes " + oldSize + " and " + newSize);
        }
        List<Hash> proof = new ArrayList<>();
        if (oldSize > 0 && oldSize < newSize) {
            addSubproof(oldSize, 0, newSize, true, source, proof);
        }
        return List.copyOf(proof);
    }

    private static Hash range(long from, long to, HashSource source) throws IOException {
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0) {
            int level = Long.numberOfTrailingZeros(count);
            return source.hash(level, from >> level);
        }
        long middle = from + split(count);
        return Hash.node(range(from, middle, source), range(middle, to, source));
    }

    private static void addPath(long index, long from, long to, HashSource source, List<Hash> proof)
            throws IOException {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            addPath(index, from, middle, source, proof);
            proof.add(range(middle, to, source));
        } else {
            addPath(index, middle, to, source, proof);
            proof.add(range(from, middle, source));
        }
    }

    private static void addSubproof(
            long oldSize, long from, long to, boolean whole, HashSource source, List<Hash> proof)
            throws IOException {
        if (oldSize == to) {
            // The old tree's own root is known to whoever checks, so it is left out.
            if (!whole) {
                proof.add(range(from, to, source));
            }
            return;
        }
        long middle = from + split(to - from);
        if (oldSize <= middle) {
            addSubproof(oldSize, from, middle, whole, source, proof);
            proof.add(range(middle, to, source));
        } else {
            addSubproof(oldSize, middle, to, false, source, proof);
            proof.add(range(from, middle, source));
        }
    }

    /** The largest power of two below {@code count}. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
