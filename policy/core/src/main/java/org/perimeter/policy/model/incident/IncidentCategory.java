// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

/**
 * The closed list of what an incident, and a finding about a post, can be about (control COL-04).
 *
 * <p>Speech, assembly, strike, vigil and religion are not categories and never become one.
 */
public enum IncidentCategory {
    SHOOTING,
    STABBING,
    ASSAULT,
    ROBBERY,
    ABDUCTION,
    HOSTAGE,
    BOMB_THREAT,
    EXPLOSION,
    FIRE,
    VEHICLE_ATTACK,
    PURSUIT,
    MISSING_PERSON,
    HAZARDOUS_MATERIAL,
    COLLAPSE,
    SEVERE_WEATHER,
    EARTHQUAKE
}
