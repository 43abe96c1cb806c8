// SPDX-License-Identifier: GPL-3.0-or-later
/** Under which names and by which means the server is reached, and what keeps that way secret. */
@NullMarked
package org.perimeter.search.api.site;

import org.jspecify.annotations.NullMarked;
