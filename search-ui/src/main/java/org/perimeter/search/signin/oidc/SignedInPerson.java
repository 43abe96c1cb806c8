// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Role;

import java.time.Instant;
import java.util.Set;

/**
 * A person as the provider vouched for them.
 *
 * @param subject the provider's own name for them, which never goes to another
 * @param roles what they are here for
 * @param session the provider's name for their session there; null when it has none
 * @param authenticatedAt when they proved who they are; null when the provider does not say
 * @param idToken as it came, so that the provider knows who signs out
 */
record SignedInPerson(
        String subject,
        Set<Role> roles,
        @Nullable String session,
        @Nullable Instant authenticatedAt,
        String idToken) {

    SignedInPerson {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "SignedInPerson[redacted]";
    }
}
