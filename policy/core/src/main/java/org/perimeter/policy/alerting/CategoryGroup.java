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
    VIOLENCE(
            IncidentCategory.SHOOTING,
            IncidentCategory.STABBING,
            IncidentCategory.ASSAULT,
            IncidentCategory.ROBBERY,
            IncidentCategory.ABDUCTION,
            IncidentCategory.HOSTAGE),
    /** Something blew up, or is said to. */
    BLAST(IncidentCategory.BOMB_THREAT, IncidentCategory.EXPLOSION),
    /** Something burns, leaks or falls. */
    HAZARD(
            IncidentCategory.FIRE,
            IncidentCategory.HAZARDOUS_MATERIAL,
            IncidentCategory.COLLAPSE),
    /** Vehicles that hit or flee. */
    VEHICLE(IncidentCategory.VEHICLE_ATTACK, IncidentCategory.PURSUIT),
    /** Somebody is gone. */
    MISSING(IncidentCategory.MISSING_PERSON),
    /** Storms and earthquakes. */
    NATURE(IncidentCategory.SEVERE_WEATHER, IncidentCategory.EARTHQUAKE);

    private final Set<IncidentCategory> categories;

    CategoryGroup(IncidentCategory first, IncidentCategory... rest) {
        this.categories = EnumSet.of(first, rest);
    }

    /** The group of a category. */
    public static CategoryGroup of(IncidentCategory category) {
        for (CategoryGroup group : values()) {
            if (group.categories.contains(category)) {
                return group;
            }
        }
        throw new IllegalStateException("no group for " + category);
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
