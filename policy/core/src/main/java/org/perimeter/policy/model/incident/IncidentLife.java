// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an incident's life hangs on beside its times: who renewed and approved it, and what its
 * sender stated last.
 *
 * @param renewals of its fence, the oldest first
 * @param approvals of its fence, at most one of each role
 * @param requested whether its sender wants it live, so that approvals make it so
 * @param stated whether this version came of a sender's statement, else of a person's command
 * @param revision the sender's own count of its statements; 0 when it states none
 * @param statedOpenedAt the opening that the sender stated; null when it stated none
 * @param statedExpiresAt the end that the sender stated; null when it stated none
 * @param reopens id of the incident that this one takes up again; empty when it is a first one
 */
public record IncidentLife(
        List<Renewal> renewals,
        List<Approval> approvals,
        boolean requested,
        boolean stated,
        long revision,
        @Nullable Instant statedOpenedAt,
        @Nullable Instant statedExpiresAt,
        String reopens) {

    /** Of an incident that nobody renewed, approved or stated anything of. */
    public static final IncidentLife NONE =
            new IncidentLife(List.of(), List.of(), true, true, 0, null, null, "");

    public IncidentLife {
        renewals = List.copyOf(renewals);
        approvals = List.copyOf(approvals);
    }

    /** Whether legal counsel and command approved the fence, and are two people. */
    public boolean fullyApproved() {
        Set<ApprovalRole> roles = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (Approval approval : approvals) {
            roles.add(approval.role());
            people.add(approval.person());
        }
        int needed = ApprovalRole.values().length;
        return roles.size() == needed && people.size() >= needed;
    }
}
