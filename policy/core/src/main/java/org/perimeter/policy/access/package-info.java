// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who may do what: closed lists of roles, actions and purposes, and one decision point that denies
 * by default.
 */
@NullMarked
package org.perimeter.policy.access;

import org.jspecify.annotations.NullMarked;
