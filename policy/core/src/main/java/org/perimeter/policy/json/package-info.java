// SPDX-License-Identifier: GPL-3.0-or-later
/** The one canonical writing of JSON, under every hash, signature and commitment. */
@NullMarked
package org.perimeter.policy.json;

import org.jspecify.annotations.NullMarked;
