// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api.error;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.ReasonCode;

/**
 * Every error answer.
 *
 * @param error one sentence for a person
 * @param field the field or parameter that is wrong, if one is
 * @param reason the closed code of a refusal by a rule, if it is one
 * @param id names this failure in the log
 */
public record ErrorView(
        String error, @Nullable String field, @Nullable ReasonCode reason, String id) {}
