// SPDX-License-Identifier: GPL-3.0-or-later
/** What source files say and class files cannot show: their number, their names, their marks. */
@NullMarked
package org.perimeter.houserules.source;

import org.jspecify.annotations.NullMarked;
