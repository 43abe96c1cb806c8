// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What tests need around sources: the contract that every post source passes, a source that a test
 * plays by hand (also inside a mini cluster), and a local server that speaks Jetstream's wire.
 */
@NullMarked
package org.perimeter.connectors.testkit.source;

import org.jspecify.annotations.NullMarked;
