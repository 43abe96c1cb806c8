// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Tab-separated tables, bundled or written by the user: rows that know where they stand, and
 * everything that is wrong with them at once.
 */
@NullMarked
package org.perimeter.connectors.exercise.table;

import org.jspecify.annotations.NullMarked;
