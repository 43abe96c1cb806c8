// SPDX-License-Identifier: GPL-3.0-or-later
/** What was decided and why: decisions, reasons, stages, dead letters, entries for the ledger. */
@NullMarked
package org.perimeter.policy.model.decision;

import org.jspecify.annotations.NullMarked;
