// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Reads the text of collected posts, within a time budget, one post at a time and never
 * asynchronously: nothing that was not admitted may be part of a checkpoint.
 */
@NullMarked
package org.perimeter.jobs.analyze;

import org.jspecify.annotations.NullMarked;
