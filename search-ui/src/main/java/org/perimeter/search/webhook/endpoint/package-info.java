// SPDX-License-Identifier: GPL-3.0-or-later
/** Endpoints of webhooks as they are configured. */
@NullMarked
package org.perimeter.search.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
