// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How audit events leave the jobs: as drafts in the ledger's inbox, numbered without gaps, and none
 * of them lost or made twice by a restart.
 */
@NullMarked
package org.perimeter.jobs.ledger;

import org.jspecify.annotations.NullMarked;
