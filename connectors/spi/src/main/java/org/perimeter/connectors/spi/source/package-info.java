// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a source must do: turn the bytes of a platform or feed into events, from a cursor, one at a
 * time, without ever throwing at bad input.
 */
@NullMarked
package org.perimeter.connectors.spi.source;

import org.jspecify.annotations.NullMarked;
