// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.perimeter.connectors.spi.store.WriteOutcome;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Sorts a batch by what the store said of it.
 *
 * @param again positions to write again, in order: those that may succeed later, and everything
 *     behind them that changes the same document, or it would be overtaken
 * @param poison positions that will never succeed
 */
record BatchVerdict(List<Integer> again, List<Integer> poison) {

    /**
     * @throws IllegalStateException when the store did not answer for every record
     */
    static <T> BatchVerdict of(
            List<T> batch, List<WriteOutcome> outcomes, Function<T, String> documentId) {
        if (outcomes.size() != batch.size()) {
            throw new IllegalStateException("the store must answer for every record of a batch");
        }
        List<Integer> again = new ArrayList<>();
        List<Integer> poison = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        for (int i = 0; i < outcomes.size(); i++) {
            WriteOutcome.Result result = outcomes.get(i).result();
            String document = documentId.apply(batch.get(i));
            if (result == WriteOutcome.Result.POISON) {
                poison.add(i);
            } else if (result == WriteOutcome.Result.RETRY || waiting.contains(document)) {
                waiting.add(document);
                again.add(i);
            }
        }
        return new BatchVerdict(again, poison);
    }
}
