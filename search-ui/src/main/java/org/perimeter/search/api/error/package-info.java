// SPDX-License-Identifier: GPL-3.0-or-later
/** Errors of the API and their one shape. */
@NullMarked
package org.perimeter.search.api.error;

import org.jspecify.annotations.NullMarked;
