// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

/** Why something could not go on; closed, so that each reason can be counted. */
public enum DeadLetterReason {
    MALFORMED_JSON,
    MISSING_FIELD,
    NOT_PUBLIC,
    UNSUPPORTED_TYPE,
    TOO_LARGE,
    /** Text or an id that is no Unicode: half of a character stands alone. */
    MALFORMED_TEXT,
    BAD_TIMESTAMP,
    /** A position that is no longitude and latitude. */
    BAD_COORDINATES,
    /** Positions that make no fence: it crosses itself, has no radius or is too large. */
    BAD_GEOMETRY,
    TIME_BUDGET,
    ANALYSIS_FAILED,
    DECISION_FAILED,
    STORE_REJECTED
}
