// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The one door to the Internet: which addresses may be called, and how. Whoever calls a server that
 * somebody configured, a feed or a webhook, goes through here.
 */
@NullMarked
package org.perimeter.connectors.http;

import org.jspecify.annotations.NullMarked;
