// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Role;

import java.util.Locale;

/** The people as whom a newcomer can look at the demo. */
public enum DemoPerson {
    ANALYST(Role.ANALYST),
    SUPERVISOR(Role.SUPERVISOR),
    BOARD(Role.BOARD),
    AUDITOR(Role.AUDITOR);

    private final Role role;

    DemoPerson(Role role) {
        this.role = role;
    }

    /** What this person is here for. */
    Role role() {
        return role;
    }

    /** The name in the ledger. */
    String actor() {
        return "demo-" + word();
    }

    /** The name in a cookie. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The person of this name; null when there is none. */
    static @Nullable DemoPerson of(@Nullable String word) {
        for (DemoPerson person : values()) {
            if (person.word().equals(word)) {
                return person;
            }
        }
        return null;
    }
}
