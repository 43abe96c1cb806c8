// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.access;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.Incident;

import java.time.Instant;
import java.util.Set;

/**
 * A person's request, with everything the decision depends on.
 *
 * @param actor who asks
 * @param roles what the person is here for; may be empty
 * @param action what is asked for
 * @param purpose why; null when none was stated
 * @param caseNumber under which case; null when none was stated
 * @param incident about which incident; null when the action concerns none
 * @param now the wall clock
 */
public record AccessRequest(
        String actor,
        Set<Role> roles,
        Action action,
        @Nullable Purpose purpose,
        @Nullable String caseNumber,
        @Nullable Incident incident,
        Instant now) {

    public AccessRequest {
        roles = Set.copyOf(roles);
    }

    /** A request that concerns no incident and needs no purpose. */
    public static AccessRequest of(String actor, Set<Role> roles, Action action, Instant now) {
        return new AccessRequest(actor, roles, action, null, null, null, now);
    }
}
