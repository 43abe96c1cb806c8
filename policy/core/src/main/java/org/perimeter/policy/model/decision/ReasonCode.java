// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

/** Why a gate or an access decision came out as it did; closed, so that it can be counted. */
public enum ReasonCode {
    /** Every rule was met. */
    ALLOWED,
    NO_RULEBOOK,
    RULEBOOK_EXPIRED,
    RULEBOOK_UNSIGNED,
    RULEBOOK_OLDER,
    NO_LIVE_INCIDENT,
    SOURCE_NOT_APPROVED,
    LEDGER_NOT_DRAINED,
    CLOCK_STEPPED_BACK,
    RETENTION_LATE,
    OUTSIDE_FENCE,
    PLACE_TOO_COARSE,
    PLACE_INFERRED_ONLY,
    NOT_RELEVANT,
    /** It lies in several fences and is surer to be about another incident. */
    ABOUT_ANOTHER,
    CATEGORY_MISMATCH,
    VOLUME_CAP,
    PROTECTED_PLACE,
    BEFORE_REWIND,
    REPOST,
    IDENTIFIERS_REPLACED,
    NO_PURPOSE,
    INCIDENT_NOT_OPEN,
    ROLE,
    DECISION_ERROR
}
