// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.EnumSet;
import java.util.Set;

/**
 * Categories that witnesses of one event confuse, and that therefore speak for one hypothesis: who
 * hides in a shop cannot tell a hold-up from a shooting.
 */
public enum CategoryGroup {
    /** People harm people, with or without a weapon. */
    VIOLENCE,
    /** Something blew up, or is said to. */
    BLAST,
    /** Something burns, leaks or falls. */
    HAZARD,
    /** Vehicles that hit or flee. */
    VEHICLE,
    /** Somebody is gone. */
    MISSING,
    /** Storms and earthquakes. */
    NATURE;

    /** The group of a category. */
    public static CategoryGroup of(IncidentCategory category) {
        return switch (category) {
            case SHOOTING, STABBING, ASSAULT, ROBBERY, ABDUCTION, HOSTAGE -> VIOLENCE;
            case BOMB_THREAT, EXPLOSION -> BLAST;
            case FIRE, HAZARDOUS_MATERIAL, COLLAPSE -> HAZARD;
            case VEHICLE_ATTACK, PURSUIT -> VEHICLE;
            case MISSING_PERSON -> MISSING;
            case SEVERE_WEATHER, EARTHQUAKE -> NATURE;
        };
    }

    /** Groups of which one event often shows both. */
    boolean isNear(CategoryGroup other) {
        return this == other || neighbours().contains(other);
    }

    private Set<CategoryGroup> neighbours() {
        return switch (this) {
            case VIOLENCE -> EnumSet.of(BLAST, VEHICLE, MISSING);
            case BLAST -> EnumSet.of(VIOLENCE, HAZARD);
            case HAZARD -> EnumSet.of(BLAST, VEHICLE, NATURE);
            case VEHICLE -> EnumSet.of(VIOLENCE, HAZARD);
            case MISSING -> EnumSet.of(VIOLENCE, NATURE);
            case NATURE -> EnumSet.of(HAZARD, MISSING);
        };
    }
}
