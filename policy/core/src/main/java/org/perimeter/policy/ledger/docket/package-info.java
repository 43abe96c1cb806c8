// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Receipts for incidents: which incidents, in which version and with which content, the audit log
 * has. The console signs it as one docket; the jobs collect for nothing else. What is written into
 * the store past the log is on no docket.
 */
@NullMarked
package org.perimeter.policy.ledger.docket;

import org.jspecify.annotations.NullMarked;
