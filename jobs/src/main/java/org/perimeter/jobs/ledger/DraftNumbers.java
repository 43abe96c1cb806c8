// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

/**
 * Where the numbering of one producer stands.
 *
 * @param producer whose drafts are numbered
 * @param next the number of the next draft, from 1
 */
record DraftNumbers(String producer, long next) {}
