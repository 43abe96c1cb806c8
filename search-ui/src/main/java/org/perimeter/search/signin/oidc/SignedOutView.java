// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

/**
 * The session is over.
 *
 * @param next where the browser goes now; the provider, when it can end its own session too
 */
public record SignedOutView(String next) {}
