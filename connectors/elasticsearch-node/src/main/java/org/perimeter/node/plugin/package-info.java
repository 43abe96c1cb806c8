// SPDX-License-Identifier: GPL-3.0-or-later
/** What the published server jar lacks and a client expects: the answer to {@code GET /}. */
@NullMarked
package org.perimeter.node.plugin;

import org.jspecify.annotations.NullMarked;
