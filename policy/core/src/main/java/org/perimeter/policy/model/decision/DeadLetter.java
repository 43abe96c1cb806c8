// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

import java.time.Instant;

/**
 * Something that could not go on, without any of its content.
 *
 * @param id unique and stable over retries: derived from source and reference
 * @param stage where it stopped
 * @param reason why
 * @param source connector instance
 * @param reference position in the source (line number, cursor), never text, handle or post id
 * @param at when, wall clock
 */
public record DeadLetter(
        String id,
        Stage stage,
        DeadLetterReason reason,
        String source,
        String reference,
        Instant at) {}
