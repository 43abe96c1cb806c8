// SPDX-License-Identifier: GPL-3.0-or-later
/** Word lists and rule files that travel inside the jar. */
@NullMarked
package org.perimeter.nlp.resource;

import org.jspecify.annotations.NullMarked;
