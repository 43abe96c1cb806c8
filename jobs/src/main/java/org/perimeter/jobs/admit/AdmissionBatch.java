// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.ledger.ItemRoot;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the ledger has not heard yet about the current incident: counts of decisions, and the
 * document ids of what was stored and erased.
 */
final class AdmissionBatch implements AdmissionNotes {

    private static final String COLLECTION_RULE = "COL-01";
    private static final String DELETION_RULE = "RET-03";

    private final ListState<String> stored;
    private final ListState<String> erased;
    private final ValueState<BatchCounts> counts;

    AdmissionBatch(RuntimeContext context) {
        stored = context.getListState(new ListStateDescriptor<>("batch-stored", Types.STRING));
        erased = context.getListState(new ListStateDescriptor<>("batch-erased", Types.STRING));
        counts =
                context.getState(
                        new ValueStateDescriptor<>(
                                "batch-counts", TypeInformation.of(BatchCounts.class)));
    }

    @Override
    public void decided(PolicyDecision decision, boolean waited) throws Exception {
        BatchCounts before = counts.value();
        counts.update(
                (before == null ? BatchCounts.NONE : before).plus(decision.outcome(), waited));
    }

    @Override
    public void stored(String documentId) throws Exception {
        stored.add(documentId);
    }

    @Override
    public void erased(String documentId) throws Exception {
        erased.add(documentId);
    }

    /** Whether anything was erased that the ledger has not heard of. */
    boolean hasErased() throws Exception {
        return erased.get().iterator().hasNext();
    }

    /** The drafts that tell the ledger all of it; afterwards there is nothing left to tell. */
    List<LedgerDraft> drain(String incidentId, String rulebookHash, Instant now) throws Exception {
        List<LedgerDraft> drafts = new ArrayList<>();
        BatchCounts batch = counts.value();
        List<String> ids = list(stored);
        if (batch == null && !ids.isEmpty()) {
            // Decided upon before a restart; that they are stored is still to be told.
            batch = BatchCounts.NONE;
        }
        if (batch != null) {
            drafts.add(
                    Drafts.of(
                            LedgerEntryType.COLLECT_BATCH,
                            now,
                            COLLECTION_RULE,
                            rulebookHash,
                            ids.isEmpty() ? Outcome.DROP : Outcome.ADMIT,
                            Map.ofEntries(
                                    Map.entry("incident", incidentId),
                                    Map.entry("admitted", batch.admitted()),
                                    Map.entry("redacted", batch.redacted()),
                                    Map.entry("dropped", batch.dropped()),
                                    Map.entry("rewound", batch.rewound()),
                                    Map.entry("items", ids.size()),
                                    Map.entry("root", ItemRoot.of(ids).toHex()))));
        }
        List<String> gone = list(erased);
        if (!gone.isEmpty()) {
            drafts.add(
                    Drafts.of(
                            LedgerEntryType.DELETE,
                            now,
                            DELETION_RULE,
                            rulebookHash,
                            Outcome.DROP,
                            Map.ofEntries(
                                    Map.entry("incident", incidentId),
                                    Map.entry("items", gone.size()),
                                    Map.entry("root", ItemRoot.of(gone).toHex()))));
        }
        counts.clear();
        stored.clear();
        erased.clear();
        return drafts;
    }

    private static List<String> list(ListState<String> state) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String id : state.get()) {
            ids.add(id);
        }
        return ids;
    }
}
