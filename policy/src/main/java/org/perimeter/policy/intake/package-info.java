// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Incidents on their way in: GeoJSON and CAP alerts from files, feeds and people become checked
 * incidents, each fence lawful under the rulebook in force, or problems that name the field.
 */
@NullMarked
package org.perimeter.policy.intake;

import org.jspecify.annotations.NullMarked;
