// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

import java.time.Instant;

/**
 * An audit event on its way to the sequencer. Its payload may name things; the ledger entry will
 * hold only a salted commitment to it.
 *
 * @param producer who hands it in, unique per process and restart-safe ({@code jobs-<job
 *     id>-<subtask>})
 * @param sequence numbers the producer's drafts from 1 without gaps; 0 in a draft without a number,
 *     which is known by its content alone
 * @param type what happened
 * @param at when, UTC
 * @param ruleId the rule that decided
 * @param rulebookHash under which rulebook
 * @param outcome what was decided
 * @param actor who did it: a user id or a process name; committed, never logged in clear
 * @param payload canonical JSON (RFC 8785) with the details that the entry commits to; counts and
 *     Merkle roots, never post text
 */
public record LedgerDraft(
        String producer,
        long sequence,
        LedgerEntryType type,
        Instant at,
        String ruleId,
        String rulebookHash,
        Outcome outcome,
        String actor,
        String payload) {}
