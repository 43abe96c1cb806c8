// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How people and programs write what every format has: times, and the characters of XML. Readers of
 * posts and of incidents share it, so that one fact is read in one way wherever it comes in.
 */
@NullMarked
package org.perimeter.connectors.spi.input;

import org.jspecify.annotations.NullMarked;
