// SPDX-License-Identifier: GPL-3.0-or-later
/** Tiles and entry bundles (C2SP tlog-tiles). */
@NullMarked
package org.perimeter.policy.tlog.tile;

import org.jspecify.annotations.NullMarked;
