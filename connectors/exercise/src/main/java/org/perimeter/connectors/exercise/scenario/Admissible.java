// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

/** What ought to become of a post while the incident is live. */
public enum Admissible {
    /** It speaks of the incident and names a place inside its fence. */
    ADMIT,
    /**
     * It speaks of the incident, but neither text nor platform gives a place: it cannot be kept.
     */
    UNPLACED,
    /** It must not be stored. */
    REFUSE,
    /** People would disagree; counted neither way. */
    UNSCORED;

    /** Whether keeping the post is a mistake. */
    public boolean isRefused() {
        return this == UNPLACED || this == REFUSE;
    }
}
