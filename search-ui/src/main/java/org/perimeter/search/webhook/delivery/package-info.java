// SPDX-License-Identifier: GPL-3.0-or-later
/** Delivers webhooks from the outbox: workers, attempts, retries. */
@NullMarked
package org.perimeter.search.webhook.delivery;

import org.jspecify.annotations.NullMarked;
