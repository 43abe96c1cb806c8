// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

/**
 * What a logout token ended.
 *
 * @param sessions how many
 */
public record EndedView(int sessions) {}
