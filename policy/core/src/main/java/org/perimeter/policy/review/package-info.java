// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Keeps the alerts of an incident in step with what its posts say: the evidence of {@code
 * policy.alerting} judged by the rules of {@code policy.rules}. Pure.
 */
@NullMarked
package org.perimeter.policy.review;

import org.jspecify.annotations.NullMarked;
