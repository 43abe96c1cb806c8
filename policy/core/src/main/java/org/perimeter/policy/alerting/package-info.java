// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What stored posts say for and against an alert: sketches by which copies are known, families of
 * posts that are one voice, hypotheses about an incident and their probability. Pure; the numbers
 * come from {@code policy.rules}, the stream from {@code jobs}.
 */
@NullMarked
package org.perimeter.policy.alerting;

import org.jspecify.annotations.NullMarked;
