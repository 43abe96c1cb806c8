// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.perimeter.policy.access.Role;
import org.perimeter.search.api.error.ApiException;

import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Who stands behind a request: a person who signed in, a machine with its key, or somebody at the
 * machine that the console runs on.
 *
 * @param actor the name under which the ledger knows whoever it is
 * @param roles what they are here for, from whoever vouches for them, never from the request
 * @param here whether they still are: a stream outlives the moment at which it was opened
 */
public record Caller(String actor, Set<Role> roles, BooleanSupplier here) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody who cannot go. */
    public static Caller of(String actor, Set<Role> roles) {
        return new Caller(actor, roles, () -> true);
    }

    /**
     * @throws ApiException 401 when they have gone
     */
    void requireHere() {
        if (!here.getAsBoolean()) {
            throw ApiException.of(401, "you are not signed in any more; sign in again");
        }
    }
}
