// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.decision.DeadLetter;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Dead letters in memory. */
public final class InMemoryDeadLetterStore implements DeadLetterStore {

    private static final Comparator<DeadLetter> NEWEST_FIRST =
            Comparator.comparing(DeadLetter::at).reversed().thenComparing(DeadLetter::id);

    private final Map<String, DeadLetter> letters = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();

    /** Faults to inject into {@link #write} and, while down, into every call. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<DeadLetter> batch) {
        return faults.apply(
                batch,
                DeadLetter::id,
                letter -> {
                    letters.put(letter.id(), letter);
                    return new WriteOutcome(letter.id(), Result.OK, "");
                });
    }

    @Override
    public Map<String, Long> counts() {
        faults.check();
        return letters.values().stream()
                .collect(
                        Collectors.groupingBy(
                                letter -> letter.stage() + "/" + letter.reason(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    @Override
    public List<DeadLetter> list(int limit) {
        faults.check();
        return letters.values().stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    @Override
    public long dropBefore(Instant at) {
        faults.check();
        long before = letters.size();
        letters.values().removeIf(letter -> letter.at().isBefore(at));
        return before - letters.size();
    }
}
