// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.side;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.LedgerDraft;

/** The side outputs that more than one station has. */
public final class SideOutputs {

    /** What could not go on. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    /** What was counted. */
    public static final OutputTag<TallySnapshot> TALLIES =
            new OutputTag<>("tallies", TypeInformation.of(TallySnapshot.class));

    /** What the ledger must know; numbered by the ledger's sink. */
    public static final OutputTag<LedgerDraft> LEDGER =
            new OutputTag<>("ledger", TypeInformation.of(LedgerDraft.class));

    private SideOutputs() {}
}
