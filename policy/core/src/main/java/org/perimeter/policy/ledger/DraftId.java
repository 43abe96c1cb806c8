// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.policy.json.CanonicalJson;
import org.perimeter.policy.model.decision.LedgerDraft;

/**
 * Names a draft by what it says, so that the same thing handed in twice is one draft and two things
 * are never taken for each other, whatever number they bear.
 *
 * <p>A draft without a number is known by its rule, actor and payload alone: when it was told,
 * under which rulebook, and as which type may differ between two attempts at telling the same
 * event. Its payload must therefore name the one event that it is about, such as an incident and
 * its version.
 */
public final class DraftId {

    private DraftId() {}

    /** Lower-case hex SHA-256 of the draft's content. */
    public static String of(LedgerDraft draft) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("ruleId", draft.ruleId());
        node.put("actor", draft.actor());
        node.put("payload", draft.payload());
        if (isNumbered(draft)) {
            node.put("producer", draft.producer());
            node.put("sequence", Long.toString(draft.sequence()));
            node.put("type", draft.type().name());
            node.put("outcome", draft.outcome().name());
            node.put("at", draft.at().toString());
            node.put("rulebookHash", draft.rulebookHash());
        }
        return CanonicalJson.hash(node);
    }

    /** Whether a producer counts it, so that one that is missing shows. */
    public static boolean isNumbered(LedgerDraft draft) {
        return draft.sequence() > 0;
    }
}
