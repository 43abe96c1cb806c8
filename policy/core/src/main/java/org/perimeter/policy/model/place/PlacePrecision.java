// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.place;

/** How finely a place is known; a county, a state or a country never counts as inside a fence. */
public enum PlacePrecision {
    POINT,
    INTERSECTION,
    STREET,
    LANDMARK,
    NEIGHBOURHOOD,
    CITY,
    COUNTY,
    STATE,
    COUNTRY
}
