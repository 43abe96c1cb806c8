// SPDX-License-Identifier: GPL-3.0-or-later
/** The catalogue of controls: what we promise, how far it is enforced, by what and proven how. */
@NullMarked
package org.perimeter.policy.controls.catalogue;

import org.jspecify.annotations.NullMarked;
