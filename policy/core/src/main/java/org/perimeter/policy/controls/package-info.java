// SPDX-License-Identifier: GPL-3.0-or-later
/** The catalogue of controls: what we promise, how far it is enforced, and which test proves it. */
@NullMarked
package org.perimeter.policy.controls;

import org.jspecify.annotations.NullMarked;
