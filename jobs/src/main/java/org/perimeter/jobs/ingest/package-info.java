// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The first station: takes apart what sources bring and lets every state of every post pass once,
 * recognised by a keyed hash whose key no file ever holds.
 */
@NullMarked
package org.perimeter.jobs.ingest;

import org.jspecify.annotations.NullMarked;
