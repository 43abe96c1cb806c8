// SPDX-License-Identifier: GPL-3.0-or-later
/** Alerts and their states. */
@NullMarked
package org.perimeter.policy.model.alert;

import org.jspecify.annotations.NullMarked;
