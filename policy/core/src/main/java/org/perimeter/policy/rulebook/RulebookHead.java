// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import java.time.LocalDate;

/**
 * What a rulebook says about itself.
 *
 * @param version the agency's version label
 * @param agency whose rules they are
 * @param effective the first day (UTC) on which it holds
 * @param sunset the last day (UTC) on which it holds
 */
public record RulebookHead(String version, String agency, LocalDate effective, LocalDate sunset) {}
