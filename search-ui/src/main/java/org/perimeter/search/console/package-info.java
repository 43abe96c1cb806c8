// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The analyst's pages. The server renders their empty shells; what they show comes from the API
 * alone.
 */
@NullMarked
package org.perimeter.search.console;

import org.jspecify.annotations.NullMarked;
