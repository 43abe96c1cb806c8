// SPDX-License-Identifier: GPL-3.0-or-later
/** Incidents out of alerts in the Common Alerting Protocol (OASIS CAP 1.2). */
@NullMarked
package org.perimeter.connectors.incidents.cap;

import org.jspecify.annotations.NullMarked;
