// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Public posts of Bluesky, from a Jetstream server (version 1 of its wire format) over a WebSocket.
 *
 * <p>A post record does not show whether its author asked not to be shown to people who are logged
 * out: that label ({@code !no-unauthenticated}) sits on the profile, which this stream is not asked
 * for.
 */
@NullMarked
package org.perimeter.connectors.sources.jetstream;

import org.jspecify.annotations.NullMarked;
