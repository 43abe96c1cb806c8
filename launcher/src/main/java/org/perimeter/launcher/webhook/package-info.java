// SPDX-License-Identifier: GPL-3.0-or-later
/** A receiver of webhooks on this machine, to see and try what integrators get. */
@NullMarked
package org.perimeter.launcher.webhook;

import org.jspecify.annotations.NullMarked;
