// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.perimeter.policy.model.reading.Analysis;

/**
 * What one post says, and whether it might say more elsewhere.
 *
 * @param analysis what it says in the neighbourhoods that were given
 * @param localNames whether it holds words that name places of a jurisdiction, understood or not:
 *     {@code Pip's} is a place only for who knows which of three is near
 */
public record PostReading(Analysis analysis, boolean localNames) {}
