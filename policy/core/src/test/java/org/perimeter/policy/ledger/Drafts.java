// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Invented audit events. */
public final class Drafts {

    private static final Instant START = Instant.parse("2026-11-24T05:00:00Z");

    private Drafts() {}

    static LedgerDraft of(String producer, long sequence) {
        return new LedgerDraft(
                producer,
                sequence,
                LedgerEntryType.COLLECT_BATCH,
                START.plusSeconds(sequence),
                "COL-01",
                "00".repeat(32),
                Outcome.COLLECT,
                "analyst-" + sequence % 3,
                payload(producer, sequence));
    }

    static String payload(String producer, long sequence) {
        return "{\"producer\":\"" + producer + "\",\"sequence\":" + sequence + "}";
    }

    /** The drafts of a producer from one sequence number to another, both included. */
    static List<LedgerDraft> range(String producer, long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(n -> of(producer, n)).toList();
    }
}
