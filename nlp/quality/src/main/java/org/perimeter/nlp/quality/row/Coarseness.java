// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

/**
 * How large the places are that a mention may mean: whoever only knows countries would otherwise
 * look good, since a third of the mentions in posts about disasters are countries.
 */
enum Coarseness {
    /** Countries, states, counties. */
    AREA("areas"),
    /** Cities and towns. */
    CITY("cities"),
    /** Whatever is smaller: quarters, streets, buildings, rivers. */
    FINE("finer");

    private final String label;

    Coarseness(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Of IDRISI's types and GeoNames' feature classes. */
    static Coarseness of(String kind) {
        return switch (kind) {
            case "Country", "State", "County", "A" -> AREA;
            case "City/town", "P" -> CITY;
            default -> FINE;
        };
    }
}
