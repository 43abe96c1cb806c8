// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls.catalogue;

/** How far a control is carried out by this version. */
public enum ControlStatus {
    /** All of it, and a test proves it. */
    ENFORCED("enforced"),
    /** Part of it; the note says what is lacking. */
    PARTLY("partly"),
    /** What it governs is here, and the control is not: a debt. */
    MISSING("missing"),
    /** What it governs is not part of this version. */
    NOT_APPLICABLE("notApplicable");

    private final String label;

    ControlStatus(String label) {
        this.label = label;
    }

    /** Its name in files and output. */
    public String label() {
        return label;
    }

    /** Whether it claims that something is carried out. */
    public boolean claims() {
        return this == ENFORCED || this == PARTLY;
    }
}
