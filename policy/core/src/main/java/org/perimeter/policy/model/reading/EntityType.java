// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

/**
 * The only kinds of entity that exist in this house.
 *
 * <p>Closed on purpose: religion, nationality, ideology, criminal charge and title (control FAS-03)
 * have no value here, so they can be neither stored nor searched.
 */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    LOCATION
}
