// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.place;

/** How we know of a place. */
public enum PlaceEvidence {
    /** A satellite fix that the platform attached. */
    GPS,
    /** A place that the author picked on the platform. */
    PLACE_TAG,
    /** A place that the text names. */
    TEXT
}
