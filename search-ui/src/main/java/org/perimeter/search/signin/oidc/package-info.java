// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Sign-in at the agency's identity provider by OpenID Connect: code flow with PKCE, state and
 * nonce, sessions that this server keeps, and their end from either side. The only package that
 * knows the library.
 */
@NullMarked
package org.perimeter.search.signin.oidc;

import org.jspecify.annotations.NullMarked;
