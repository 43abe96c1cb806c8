// SPDX-License-Identifier: GPL-3.0-or-later
/** The mark that says which control a method applies or a test proves. */
@NullMarked
package org.perimeter.policy.controls;

import org.jspecify.annotations.NullMarked;
