// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The Flink graph that takes a post from its source to the store; the only module that knows Flink.
 *
 * <p>One package per station of the way: {@code source}, {@code ingest}, {@code collect}, {@code
 * analyze}, {@code fence}, {@code admit}, {@code alert}, {@code sink}; {@code passage} calls those
 * from the door to the fence in their order. Beside them {@code control} (what governs the flow),
 * {@code ledger}, {@code tally}, {@code intake} and {@code retention}.
 */
@NullMarked
package org.perimeter.jobs;

import org.jspecify.annotations.NullMarked;
