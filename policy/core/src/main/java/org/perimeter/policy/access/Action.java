// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.access;

import static org.perimeter.policy.access.Role.ADMINISTRATOR;
import static org.perimeter.policy.access.Role.ANALYST;
import static org.perimeter.policy.access.Role.AUDITOR;
import static org.perimeter.policy.access.Role.BOARD;
import static org.perimeter.policy.access.Role.SUPERVISOR;

import org.perimeter.policy.controls.Control;

import java.util.Set;

/** What can be asked for, and by which roles. */
public enum Action {
    SEARCH,
    VIEW_INCIDENTS,
    OPEN_INCIDENT,
    CLOSE_INCIDENT,
    VIEW_ALERTS,
    DISPOSE_ALERT,
    VIEW_STATUS,
    VIEW_DEAD_LETTERS,
    READ_LEDGER,
    READ_REPORT,
    VIEW_WEBHOOKS,
    MANAGE_WEBHOOKS;

    /** The roles that may ask for it at all. */
    public Set<Role> roles() {
        return switch (this) {
            case SEARCH -> Set.of(ANALYST);
            case VIEW_INCIDENTS, VIEW_ALERTS, DISPOSE_ALERT -> Set.of(ANALYST, SUPERVISOR);
            case OPEN_INCIDENT, CLOSE_INCIDENT -> Set.of(SUPERVISOR);
            case VIEW_STATUS -> Set.of(Role.values());
            case VIEW_DEAD_LETTERS -> Set.of(SUPERVISOR, AUDITOR, ADMINISTRATOR);
            case READ_LEDGER, READ_REPORT -> Set.of(SUPERVISOR, BOARD, AUDITOR);
            case VIEW_WEBHOOKS -> Set.of(SUPERVISOR, BOARD, AUDITOR, ADMINISTRATOR);
            case MANAGE_WEBHOOKS -> Set.of(SUPERVISOR, ADMINISTRATOR);
        };
    }

    /** Whether somebody with these roles may ask for it at all. */
    @Control({"ACC-01", "ACC-04"})
    public boolean isOpenTo(Set<Role> held) {
        return held.stream().anyMatch(roles()::contains);
    }

    /** Whether it shows posts, and therefore needs purpose, case number and incident. */
    public boolean showsPosts() {
        return this == SEARCH;
    }
}
