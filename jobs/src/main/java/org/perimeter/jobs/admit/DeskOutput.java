// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.policy.model.decision.DeadLetter;

import java.util.function.Consumer;

/**
 * Where an incident's desk puts its results.
 *
 * @param writes posts and erasures for the store
 * @param signals what they say for and against alerts
 * @param deadLetters what could not be judged
 */
record DeskOutput(
        Consumer<PostWrite> writes,
        Consumer<AlertSignal> signals,
        Consumer<DeadLetter> deadLetters) {}
