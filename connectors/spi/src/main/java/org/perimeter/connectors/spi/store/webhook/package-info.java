// SPDX-License-Identifier: GPL-3.0-or-later
/** What a store keeps about the endpoints of webhooks: progress, leases, history. */
@NullMarked
package org.perimeter.connectors.spi.store.webhook;

import org.jspecify.annotations.NullMarked;
