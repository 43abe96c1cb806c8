// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The admission gate: the last word on whether a post may rest. What passes is pseudonymised,
 * redacted and dated; what no longer passes, or is deleted on its platform, is erased.
 */
@NullMarked
package org.perimeter.jobs.admit;

import org.jspecify.annotations.NullMarked;
