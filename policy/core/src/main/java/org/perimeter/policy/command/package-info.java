// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How every program of the house is called: help, exit status, errors in one line. Here because all
 * rooms have programs and this is the one room that all of them know.
 */
@NullMarked
package org.perimeter.policy.command;

import org.jspecify.annotations.NullMarked;
