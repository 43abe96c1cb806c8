// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls;

import java.util.List;

/**
 * One control of the catalogue and what this version makes of it.
 *
 * @param id such as {@code COL-01}
 * @param rule the control in one sentence
 * @param status how far it is carried out
 * @param tests the test classes that prove it, by full name; empty when not applicable
 * @param note what is missing, or why it does not apply; empty when it is enforced
 */
public record Control(
        String id, String rule, ControlStatus status, List<String> tests, String note) {

    public Control {
        tests = List.copyOf(tests);
    }
}
