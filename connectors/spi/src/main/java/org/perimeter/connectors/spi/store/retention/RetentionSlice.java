// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.retention;

import org.perimeter.policy.model.decision.RetentionClass;

import java.time.LocalDate;

/**
 * One index of posts: everything of one class that must be gone by the end of one day.
 *
 * @param retentionClass its class
 * @param deleteByDay its day, UTC
 * @param documents how many posts it holds
 */
public record RetentionSlice(
        RetentionClass retentionClass, LocalDate deleteByDay, long documents) {}
