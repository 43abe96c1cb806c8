// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

/**
 * What became of deletions.
 *
 * @param asked posts that their authors deleted, alone or with the account
 * @param stored how many of them had been stored
 * @param gone how many of the asked are in the store no more
 */
record Deletes(long asked, long stored, long gone) {}
