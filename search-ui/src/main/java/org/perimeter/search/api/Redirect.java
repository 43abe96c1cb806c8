// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

/**
 * An answer that sends the browser elsewhere (303).
 *
 * @param location where; nothing that a request brought and nobody checked
 */
public record Redirect(String location) {}
