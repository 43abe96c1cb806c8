// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Posts from RSS, Atom and JSON feeds, polled politely: nothing but the configured address is ever
 * connected to.
 */
@NullMarked
package org.perimeter.connectors.sources.feed;

import org.jspecify.annotations.NullMarked;
