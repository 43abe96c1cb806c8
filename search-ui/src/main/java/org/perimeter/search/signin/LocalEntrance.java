// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin;

import org.perimeter.policy.access.Role;
import org.perimeter.search.access.Caller;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Cookie;
import org.perimeter.search.api.Door;
import org.perimeter.search.api.Route;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * The open door of a console that this machine alone reaches: everybody is its one local actor. In
 * the demo they can look as each of four people; a page's cookie chooses, which is why this is for
 * the demo only.
 */
public final class LocalEntrance implements Entrance {

    private static final String PERSON = "__Host-perimeter-person";

    private final Caller local;
    private final boolean demo;

    /**
     * @param roles of the local actor
     * @param demo whether one may look as other people
     */
    public LocalEntrance(List<Role> roles, boolean demo) {
        this.local = Caller.of("local", EnumSet.copyOf(roles));
        this.demo = demo;
    }

    @Override
    public Door door() {
        return this::admit;
    }

    @Override
    public List<Route> routes() {
        Route me =
                Route.get(
                        MeView.PATH,
                        "Who you are here, and what you may do.",
                        MeView.class,
                        this::show);
        return demo
                ? List.of(
                        me,
                        Route.post(
                                MeView.PATH,
                                "Demo only: looks at the product as another person.",
                                ChoosePerson.class,
                                MeView.class,
                                this::choose))
                : List.of(me);
    }

    private Caller admit(Call call) {
        DemoPerson person = demo ? DemoPerson.of(call.cookie(PERSON)) : null;
        return person == null ? local : as(person);
    }

    private MeView show(Call call) {
        return view(call.caller());
    }

    private MeView choose(Call call, ChoosePerson choice) {
        DemoPerson person = choice.person();
        call.set(
                person == null
                        ? Cookie.forgotten(PERSON, Cookie.SameSite.STRICT)
                        : new Cookie(PERSON, person.word(), Cookie.SameSite.STRICT, null));
        return view(person == null ? local : as(person));
    }

    private static Caller as(DemoPerson person) {
        return Caller.of(person.actor(), EnumSet.of(person.role()));
    }

    private MeView view(Caller caller) {
        DemoPerson person =
                Arrays.stream(DemoPerson.values())
                        .filter(known -> known.actor().equals(caller.actor()))
                        .findFirst()
                        .orElse(null);
        return MeView.of(caller, demo ? List.of(DemoPerson.values()) : List.of(), person, false);
    }
}
