// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Looks for identifiers in what is stored already (control IDN-02), with means of its own: what the
 * redactor misses is not to be missed here for the same reason.
 */
@NullMarked
package org.perimeter.policy.redaction.leak;

import org.jspecify.annotations.NullMarked;
