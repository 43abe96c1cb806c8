// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import java.util.Map;

/**
 * How far a measurement has come.
 *
 * @param nanos when, on a clock that only goes forward
 * @param events that went by the gate, deletes counted
 * @param admitted posts
 * @param processor nanoseconds of processor time by who used them
 */
record Reached(long nanos, long events, long admitted, Map<String, Long> processor) {}
