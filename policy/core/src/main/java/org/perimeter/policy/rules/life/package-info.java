// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The life of an incident: the one place where it opens, changes, is renewed and ends. Feeds state;
 * these rules decide.
 */
@NullMarked
package org.perimeter.policy.rules.life;

import org.jspecify.annotations.NullMarked;
