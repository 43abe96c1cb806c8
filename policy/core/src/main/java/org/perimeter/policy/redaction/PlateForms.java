// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The forms of licence plates that hardly anything else has, by region. Most plates are letters and
 * digits like any other number of a bus or a room; those are known by the words before them only.
 */
final class PlateForms {

    private static final Map<String, Pattern> FORMS =
            Map.ofEntries(
                    // California's; what the other states use is the form of too much else.
                    form("US", "[1-9][A-Z]{3}[0-9]{3}"),
                    form("GB", "[A-HJ-PR-Y]{2}[0-9]{2} ?[A-HJ-PR-Z]{3}"),
                    form("DE", "[A-Z\u00C4\u00D6\u00DC]{1,3}-[A-Z]{1,2} ?[0-9]{2,4}[EH]?"),
                    form("FR", "[A-Z]{2}-[0-9]{3}-[A-Z]{2}"),
                    form("IT", "[A-Z]{2} ?[0-9]{3} ?[A-Z]{2}"),
                    form(
                            "ES",
                            "[0-9]{4}[ -]?(?!PST|PDT|MST|MDT|CST|CDT|GMT|BST|HRS|KMH|MPH)"
                                    + "[BCDFGHJKLMNPRSTVWXYZ]{3}"),
                    form(
                            "NL",
                            "(?:[A-Z]{2}-[0-9]{2}-[A-Z]{2}|[0-9]{2}-[A-Z]{2}-[0-9]{2}"
                                    + "|[0-9]{2}-[A-Z]{3}-[0-9]|[A-Z]{1,2}-[0-9]{3}-[A-Z]{1,2})"),
                    form("IN", "[A-Z]{2}[ -]?[0-9]{1,2}[ -]?[A-Z]{1,3}[ -]?[0-9]{4}"),
                    form("BR", "[A-Z]{3}[0-9][A-Z][0-9]{2}"),
                    form("MX", "[A-Z]{3}-[0-9]{3}-[A-Z]"),
                    form("AU", "[0-9][A-Z]{2}[ -]?[0-9][A-Z]{2}"));

    private PlateForms() {}

    /** Those of some regions; a region without an own form has none. */
    static List<Pattern> of(Collection<String> regions) {
        return regions.stream().map(FORMS::get).filter(Objects::nonNull).toList();
    }

    private static Map.Entry<String, Pattern> form(String region, String expression) {
        return Map.entry(region, Pattern.compile(expression + "(?![A-Za-z0-9-])"));
    }
}
