// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import org.jspecify.annotations.Nullable;

/**
 * A page on the way in or out.
 *
 * @param title what it is about
 * @param words what happens, or what one can do
 * @param next address of the link that leads on
 * @param label of that link
 * @param leadsOn whether the browser follows it by itself, at once
 * @param code names a refusal for those who help; null when there is none
 */
public record SignInPage(
        String title,
        String words,
        String next,
        String label,
        boolean leadsOn,
        @Nullable String code) {}
