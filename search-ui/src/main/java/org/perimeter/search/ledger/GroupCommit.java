// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.ledger.LedgerAppend;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commits several submissions together, so that many waiters share the cost of one fsync. */
final class GroupCommit {

    private final Ledger ledger;
    private final Publication publication;

    /**
     * @param publication is told before anybody goes on
     */
    GroupCommit(Ledger ledger, Publication publication) {
        this.ledger = ledger;
        this.publication = publication;
    }

    /**
     * Appends and answers all submissions.
     *
     * @throws IOException when the ledger failed; none is answered then
     */
    @Control("AUD-01")
    void commit(List<Submission> submissions) throws IOException {
        try {
            Sequenced sequenced = append(submissions);
            submissions.forEach(submission -> submission.done().complete(sequenced));
        } catch (IllegalArgumentException e) {
            if (submissions.size() == 1) {
                submissions.get(0).done().completeExceptionally(e);
                return;
            }
            // One of them cannot be recorded; alone it does not spoil the others.
            for (Submission submission : submissions) {
                commit(List.of(submission));
            }
        }
    }

    private Sequenced append(List<Submission> submissions) throws IOException {
        Map<String, Long> marks = new HashMap<>();
        List<LedgerDraft> drafts = new ArrayList<>();
        for (Submission submission : submissions) {
            for (LedgerDraft draft : submission.drafts()) {
                long mark =
                        marks.computeIfAbsent(draft.producer(), producer -> ledger.mark(producer));
                // A draft beyond a gap waits until what is missing has arrived.
                if (draft.sequence() == mark + 1) {
                    marks.put(draft.producer(), draft.sequence());
                    drafts.add(draft);
                }
            }
        }
        LedgerAppend appended = ledger.commit(drafts);
        publication.durable(ledger.size());
        Map<LedgerDraft, Long> indexes = new HashMap<>();
        for (int i = 0; i < appended.added().size(); i++) {
            indexes.put(appended.added().get(i), appended.firstIndex() + i);
        }
        return new Sequenced(indexes, marks);
    }
}
