// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.tlog.tile.TileEdge;
import org.perimeter.policy.tlog.tree.Hash;

import java.io.IOException;
import java.util.List;

/**
 * Condenses a list of document ids into the one hash that a batch's ledger entry commits to, so
 * that a single id can later be shown to have been in the batch without showing the others.
 */
public final class ItemRoot {

    private ItemRoot() {}

    /**
     * The Merkle root over the ids as entries, in the given order.
     *
     * @param ids may be empty
     */
    public static Hash of(List<String> ids) {
        TileEdge edge = new TileEdge();
        try {
            for (String id : ids) {
                edge.append(Hash.leaf(Hash.utf8(id)), (path, hashes) -> {});
            }
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read or written here", e);
        }
        return edge.root();
    }
}
