// SPDX-License-Identifier: GPL-3.0-or-later
/** JSON in and out of the API. */
@NullMarked
package org.perimeter.search.api.json;

import org.jspecify.annotations.NullMarked;
