// SPDX-License-Identifier: GPL-3.0-or-later
/** Posts from files of activities that somebody drops into a directory, one after the other. */
@NullMarked
package org.perimeter.connectors.sources.directory;

import org.jspecify.annotations.NullMarked;
