// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.reading.EntityType;

/**
 * The one gate between the labels of models and this house's entity types (control FAS-03).
 *
 * <p>Closed: a label that is not named here, among them RELIGION, NATIONALITY, IDEOLOGY,
 * CRIMINAL_CHARGE and TITLE, has no type and is forgotten, whichever model said it.
 */
public final class EntityLabels {

    private EntityLabels() {}

    /** The type of a label; null when mentions with that label must be dropped. */
    @Control("FAS-03")
    public static @Nullable EntityType typeOf(String label) {
        return switch (label) {
            case "PERSON" -> EntityType.PERSON;
            case "ORGANIZATION" -> EntityType.ORGANIZATION;
            case "LOCATION" -> EntityType.LOCATION;
            default -> null;
        };
    }
}
