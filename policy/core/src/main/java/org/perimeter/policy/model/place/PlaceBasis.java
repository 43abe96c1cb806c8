// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.place;

/** Whether a place was said or guessed (control COL-08). */
public enum PlaceBasis {
    /**
     * The platform gives it, or the text names it and it resolves in the jurisdiction's layer or to
     * a named place.
     */
    STATED,
    /** Only the author's profile or the incident prior supports it; cannot admit a post alone. */
    INFERRED
}
