// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Raises, confirms, retracts and closes alerts: the signal that several independent authors say the
 * same inside a live incident's fence.
 */
@NullMarked
package org.perimeter.jobs.alert;

import org.jspecify.annotations.NullMarked;
