// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

/** Who has to agree before anything is collected at a protected place (control FAS-01). */
public enum ApprovalRole {
    /** Legal counsel. */
    LEGAL,
    /** Command. */
    COMMAND
}
