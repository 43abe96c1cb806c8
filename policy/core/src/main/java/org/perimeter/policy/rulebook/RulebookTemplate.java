// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook;

import com.fasterxml.jackson.databind.node.TextNode;

import java.time.LocalDate;

/** The rulebook that Perimeter ships, to be filled in, changed and signed by an agency. */
public final class RulebookTemplate {

    private static final String RESOURCE = "default-rulebook.yaml";

    private RulebookTemplate() {}

    /**
     * The default rulebook as YAML, valid for twelve months.
     *
     * @param agency whose it becomes
     * @param effective its first day, UTC
     */
    public static String render(String agency, LocalDate effective) {
        LocalDate sunset = effective.plusMonths(12).minusDays(1);
        return Resources.read(RulebookTemplate.class, RESOURCE)
                .replace("agency: AGENCY", "agency: " + TextNode.valueOf(agency))
                .replace(": EFFECTIVE", ": " + effective)
                .replace(": SUNSET", ": " + sunset);
    }
}
