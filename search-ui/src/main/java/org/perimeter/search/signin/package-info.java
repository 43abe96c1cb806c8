// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who is there: the ways in by which people and machines become known before anything is answered.
 */
@NullMarked
package org.perimeter.search.signin;

import org.jspecify.annotations.NullMarked;
