// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

/**
 * A request that this system makes to others, described in the OpenAPI document's webhooks.
 *
 * @param name of the event
 * @param summary one sentence
 * @param body the record in the body, as JSON
 */
public record Outgoing(String name, String summary, Class<?> body) {}
