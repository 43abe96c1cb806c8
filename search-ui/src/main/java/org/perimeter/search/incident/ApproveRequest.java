// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.ApprovalRole;
import org.perimeter.search.api.error.ApiException;

/**
 * One person's approval of a fence at a protected place.
 *
 * @param role in which the person approves
 * @param person who approves, by name; 1 to 100 characters
 */
public record ApproveRequest(@Nullable ApprovalRole role, @Nullable String person) {

    /**
     * The role.
     *
     * @throws ApiException 400 when it is missing
     */
    ApprovalRole statedRole() {
        if (role == null) {
            throw ApiException.badField("role", "must be LEGAL or COMMAND");
        }
        return role;
    }

    /**
     * The person.
     *
     * @throws ApiException 400 when it is missing or too long
     */
    String statedPerson() {
        return StatedPerson.of("person", person);
    }
}
