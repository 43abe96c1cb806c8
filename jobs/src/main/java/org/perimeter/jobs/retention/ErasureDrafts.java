// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import org.perimeter.connectors.spi.store.retention.Erasure;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.ledger.ItemRoot;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the ledger hears of an erasure: what will be erased, that it is taken up again, the end. */
final class ErasureDrafts {

    private static final String LIMIT_RULE = "RET-01";
    private static final String KEY_RULE = "IDN-04";

    private ErasureDrafts() {}

    static LedgerDraft intent(Erasure erasure) {
        return draft(LedgerEntryType.INTENT, erasure, erasure.begunAt(), subject(erasure));
    }

    /** That a round found it open: an earlier one died over it, or was refused. */
    static LedgerDraft resumed(Erasure erasure, Instant now) {
        Map<String, Object> payload = subject(erasure);
        payload.put("resumed", true);
        return draft(LedgerEntryType.INTENT, erasure, now, payload);
    }

    /** Says the same whichever round did it, so that it is told once. */
    static LedgerDraft done(Erasure erasure, Instant now) {
        Map<String, Object> payload = subject(erasure);
        payload.put("verified", verified(erasure));
        return draft(deed(erasure), erasure, now, payload);
    }

    private static LedgerEntryType deed(Erasure erasure) {
        return erasure.kind() == Erasure.Kind.KEY
                ? LedgerEntryType.KEY_DESTROY
                : LedgerEntryType.DELETE;
    }

    private static String verified(Erasure erasure) {
        return switch (erasure.kind()) {
            case SLICE -> "slice listing";
            case POSTS -> "id probe";
            case KEY -> "key folder";
        };
    }

    private static Map<String, Object> subject(Erasure erasure) {
        Map<String, Object> payload = new TreeMap<>();
        payload.put("erasure", erasure.id());
        RetentionSlice slice = erasure.slice();
        if (slice != null) {
            payload.put("class", slice.retentionClass().name());
            payload.put("deleteByDay", slice.deleteByDay().toString());
            payload.put("items", slice.documents());
        } else {
            payload.put("incident", erasure.incident());
        }
        if (erasure.kind() == Erasure.Kind.POSTS) {
            payload.put("items", erasure.documents().size());
            payload.put("root", ItemRoot.of(erasure.documents()).toHex());
        }
        return payload;
    }

    private static LedgerDraft draft(
            LedgerEntryType type, Erasure erasure, Instant at, Map<String, Object> payload) {
        String rule = erasure.kind() == Erasure.Kind.KEY ? KEY_RULE : LIMIT_RULE;
        return Drafts.of(type, at, rule, erasure.rulebookHash(), Outcome.DROP, payload);
    }
}
