// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Where data enters the house: which sources a deployment configures, and the recipes that make
 * them. Each platform or feed has a package of its own below this one.
 */
@NullMarked
package org.perimeter.connectors.sources;

import org.jspecify.annotations.NullMarked;
