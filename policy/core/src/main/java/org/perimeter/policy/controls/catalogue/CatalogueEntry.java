// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls.catalogue;

import java.util.List;

/**
 * One control of the catalogue and what this version makes of it.
 *
 * @param id such as {@code COL-01}
 * @param rule the control in one sentence
 * @param status how far it is carried out
 * @param rules the methods that apply it, {@code class#method} by full name
 * @param tests the test methods that prove it, likewise
 * @param note what is missing, or why it does not apply; empty when it is enforced
 */
public record CatalogueEntry(
        String id,
        String rule,
        ControlStatus status,
        List<String> rules,
        List<String> tests,
        String note) {

    public CatalogueEntry {
        rules = List.copyOf(rules);
        tests = List.copyOf(tests);
    }
}
