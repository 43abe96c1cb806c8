// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Measurements of this module, each a program: progress on standard error, JSON lines on output.
 */
@NullMarked
package org.perimeter.policy.bench;

import org.jspecify.annotations.NullMarked;
