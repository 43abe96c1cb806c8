// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.access.Role;
import org.perimeter.search.access.Caller;

import java.util.Arrays;
import java.util.List;

/**
 * Whoever asks, as the console knows them.
 *
 * @param actor the name under which the ledger knows them
 * @param roles what they are here for
 * @param may what their roles let them ask for
 * @param people as whom one may look at the demo; empty elsewhere
 * @param person as whom one does; null for oneself
 * @param canSignOut whether they signed in
 */
public record MeView(
        String actor,
        List<Role> roles,
        List<Action> may,
        List<DemoPerson> people,
        @Nullable DemoPerson person,
        boolean canSignOut) {

    /** Where it is answered. */
    public static final String PATH = "/api/v1/me";

    public MeView {
        roles = List.copyOf(roles);
        may = List.copyOf(may);
        people = List.copyOf(people);
    }

    /** What a caller is told of themselves. */
    public static MeView of(
            Caller caller,
            List<DemoPerson> people,
            @Nullable DemoPerson person,
            boolean canSignOut) {
        return new MeView(
                caller.actor(),
                caller.roles().stream().sorted().toList(),
                Arrays.stream(Action.values())
                        .filter(action -> action.isOpenTo(caller.roles()))
                        .toList(),
                people,
                person,
                canSignOut);
    }
}
