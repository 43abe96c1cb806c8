// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import java.util.Optional;

/**
 * Finds a place of a town by the key that scenarios use: the id of a landmark (in a jurisdiction's
 * folder its name, when only one has it), the name of a street or district, or {@code Street A &
 * Street B} for a crossing.
 */
public interface TownPlaces {

    /** The place with this key; empty when the town has none. */
    Optional<TruePlace> find(String key);

    /**
     * The place with this key.
     *
     * @throws IllegalArgumentException when the town has none
     */
    default TruePlace get(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("the town has no place " + key));
    }
}
