// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.access;

/** Why somebody searches; closed, so that the board can count it (control ACC-02). */
public enum Purpose {
    /** A person is in danger now. */
    LIFE_SAFETY,
    /** What is going on at the scene of the incident. */
    SITUATIONAL_AWARENESS,
    /** Finding a missing person. */
    MISSING_PERSON,
    /** Finding witnesses of a crime that is being investigated under the case number. */
    WITNESS_SEARCH,
    /** Reviewing an alert, or the work of the system itself. */
    REVIEW,
    /** A drill. */
    EXERCISE
}
