// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

/**
 * The words that made a rule fire.
 *
 * @param start first code point
 * @param end code point after the last one
 * @param rule id of the rule, such as {@code report.shots-fired}
 */
public record EvidenceSpan(int start, int end, String rule) {}
