// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

/** For whom a report is made. */
public enum Edition {
    /** For anybody: small numbers are hidden, and nothing is listed one by one. */
    PUBLIC,
    /** For the oversight board: every number, and every deletion. */
    BOARD,
    /** For an auditor: also where in the ledger each entry of the period stands. */
    AUDITOR
}
