// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.gazetteer;

import org.perimeter.policy.model.PlacePrecision;

/** Kinds of gazetteer entries; stored by ordinal, so new ones go to the end. */
public enum PlaceKind {
    CITY(PlacePrecision.CITY),
    SECTION(PlacePrecision.NEIGHBOURHOOD),
    COUNTY(PlacePrecision.COUNTY),
    STATE(PlacePrecision.STATE),
    COUNTRY(PlacePrecision.COUNTRY);

    private final PlacePrecision precision;

    PlaceKind(PlacePrecision precision) {
        this.precision = precision;
    }

    /** How finely a post is placed by naming one. */
    public PlacePrecision precision() {
        return precision;
    }

    /** Whether it is a state or country: context for others, never a location inside a fence. */
    public boolean isRegion() {
        return this == STATE || this == COUNTRY;
    }
}
