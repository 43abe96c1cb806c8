// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Instant;

/**
 * What the collection gate knows when a post arrives.
 *
 * @param source id of the connector instance
 * @param network the platform that the post claims; null to leave it unchecked
 * @param now the wall clock
 * @param rulebook the valid rulebook; null when there is none
 * @param rulebookReason why there is none; {@link ReasonCode#ALLOWED} when there is one
 * @param liveIncident whether any incident is live now
 * @param ledgerDrainedAt when the sequencer last took up audit entries; null when never
 * @param retentionDoneAt when retention last did all that was due; null when never
 */
public record CollectionInput(
        String source,
        @Nullable String network,
        Instant now,
        @Nullable Rulebook rulebook,
        ReasonCode rulebookReason,
        boolean liveIncident,
        @Nullable Instant ledgerDrainedAt,
        @Nullable Instant retentionDoneAt) {}
