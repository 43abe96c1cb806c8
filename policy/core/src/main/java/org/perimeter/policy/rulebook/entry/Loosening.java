// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rulebook.entry;

/** In which direction a change of a rule's value lets more through (control GOV-02). */
public enum Loosening {
    UP,
    DOWN,
    NONE
}
