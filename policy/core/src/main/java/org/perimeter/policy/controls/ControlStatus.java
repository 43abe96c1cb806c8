// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls;

/** How far a control is carried out by this version. */
public enum ControlStatus {
    /** All of it, and a test proves it. */
    ENFORCED("enforced"),
    /** Part of it; the note says which. */
    PARTLY("partly"),
    /** The function that it governs is not part of this version. */
    NOT_APPLICABLE("notApplicable");

    private final String label;

    ControlStatus(String label) {
        this.label = label;
    }

    /** Its name in files and output. */
    public String label() {
        return label;
    }
}
