// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tree;

import java.util.ArrayList;
import java.util.List;

/** A whole tree in memory, written from the recursive definition, to compare with. */
public final class MemoryTree {

    private final List<Hash> leaves = new ArrayList<>();

    public static MemoryTree ofSize(int size) {
        MemoryTree tree = new MemoryTree();
        for (int i = 0; i < size; i++) {
            tree.add(entry(i));
        }
        return tree;
    }

    public static byte[] entry(int index) {
        return Hash.utf8("entry " + index);
    }

    void add(byte[] entry) {
        leaves.add(Hash.leaf(entry));
    }

    /** The definition of RFC 6962 section 2.1. */
    public Hash root(int size) {
        return root(leaves.subList(0, size));
    }

    public HashSource source() {
        return (level, index) -> {
            int from = (int) (index << level);
            return root(leaves.subList(from, from + (1 << level)));
        };
    }

    private static Hash root(List<Hash> hashes) {
        if (hashes.isEmpty()) {
            return Hash.emptyTree();
        }
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int split = 1;
        while (split * 2 < hashes.size()) {
            split *= 2;
        }
        return Hash.node(
                root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }
}
