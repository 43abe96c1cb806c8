// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.entry;

/**
 * What the schema allows for one rule.
 *
 * @param min smallest value
 * @param max largest value
 * @param unit the only unit
 */
public record RuleBounds(double min, double max, String unit) {}
