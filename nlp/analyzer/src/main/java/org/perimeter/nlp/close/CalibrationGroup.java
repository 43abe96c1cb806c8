// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.perimeter.policy.model.incident.IncidentCategory;

/** Categories that are calibrated together, because each alone has too few posts. */
public enum CalibrationGroup {
    /** Harm that people do to people. */
    ATTACK,
    /** Fire, substances, buildings and nature. */
    HAZARD,
    /** Somebody is looked for or chased. */
    SEARCH;

    /** The group of a category. */
    public static CalibrationGroup of(IncidentCategory category) {
        return switch (category) {
            case SHOOTING, STABBING, ASSAULT, ROBBERY, HOSTAGE, BOMB_THREAT, VEHICLE_ATTACK ->
                    ATTACK;
            case EXPLOSION, FIRE, HAZARDOUS_MATERIAL, COLLAPSE, SEVERE_WEATHER, EARTHQUAKE ->
                    HAZARD;
            case ABDUCTION, MISSING_PERSON, PURSUIT -> SEARCH;
        };
    }
}
