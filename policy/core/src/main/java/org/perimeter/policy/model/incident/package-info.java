// SPDX-License-Identifier: GPL-3.0-or-later
/** Incidents: why we may look, where, until when. */
@NullMarked
package org.perimeter.policy.model.incident;

import org.jspecify.annotations.NullMarked;
