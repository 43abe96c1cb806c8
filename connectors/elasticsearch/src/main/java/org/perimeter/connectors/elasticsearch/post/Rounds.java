// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.post;

import org.perimeter.connectors.spi.store.PostWrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts a batch into rounds that name no document twice, so that each can go out as one request. */
final class Rounds {

    private Rounds() {}

    static List<List<PostWrite>> of(List<PostWrite> batch) {
        List<List<PostWrite>> rounds = new ArrayList<>();
        List<PostWrite> round = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (PostWrite write : batch) {
            if (!ids.add(write.documentId())) {
                rounds.add(round);
                round = new ArrayList<>();
                ids.clear();
                ids.add(write.documentId());
            }
            round.add(write);
        }
        if (!round.isEmpty()) {
            rounds.add(round);
        }
        return rounds;
    }
}
