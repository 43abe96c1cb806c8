// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.access;

import static org.perimeter.policy.access.Role.ADMINISTRATOR;
import static org.perimeter.policy.access.Role.ANALYST;
import static org.perimeter.policy.access.Role.AUDITOR;
import static org.perimeter.policy.access.Role.BOARD;
import static org.perimeter.policy.access.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.Set;

/** What can be asked for, and by which roles. */
public enum Action {
    SEARCH(ANALYST),
    VIEW_INCIDENTS(ANALYST, SUPERVISOR),
    OPEN_INCIDENT(SUPERVISOR),
    CLOSE_INCIDENT(SUPERVISOR),
    VIEW_ALERTS(ANALYST, SUPERVISOR),
    DISPOSE_ALERT(ANALYST, SUPERVISOR),
    VIEW_STATUS(ANALYST, SUPERVISOR, BOARD, AUDITOR, ADMINISTRATOR),
    VIEW_DEAD_LETTERS(SUPERVISOR, AUDITOR, ADMINISTRATOR),
    READ_LEDGER(SUPERVISOR, BOARD, AUDITOR),
    READ_REPORT(SUPERVISOR, BOARD, AUDITOR);

    private final Set<Role> roles;

    Action(Role first, Role... more) {
        this.roles = EnumSet.of(first, more);
    }

    /** Whether somebody with these roles may ask for it at all. */
    public boolean isOpenTo(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** Whether it shows posts, and therefore needs purpose, case number and incident. */
    public boolean showsPosts() {
        return this == SEARCH;
    }
}
