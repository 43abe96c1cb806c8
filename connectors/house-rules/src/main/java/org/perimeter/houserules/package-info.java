// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The architecture of the house as rules that fail a build. Every module's one {@code
 * ArchitectureTest} imports them; the rules know packages and libraries by name only.
 */
@NullMarked
package org.perimeter.houserules;

import org.jspecify.annotations.NullMarked;
