// SPDX-License-Identifier: GPL-3.0-or-later
/** Incidents from alerts of the Common Alerting Protocol 1.2 in a file or a folder. */
@NullMarked
package org.perimeter.connectors.sources.cap;

import org.jspecify.annotations.NullMarked;
