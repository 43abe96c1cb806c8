// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The signed rulebook: strict YAML checked by a JSON Schema, two signatures, a sunset. Here text
 * becomes numbers that the gates read, and numbers become text that a board reads.
 */
@NullMarked
package org.perimeter.policy.rulebook;

import org.jspecify.annotations.NullMarked;
