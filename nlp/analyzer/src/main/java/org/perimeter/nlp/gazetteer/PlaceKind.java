// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.gazetteer;

import org.perimeter.policy.model.place.PlacePrecision;

/** Kinds of gazetteer entries, with the code under which the data file keeps them. */
public enum PlaceKind {
    CITY(0, PlacePrecision.CITY),
    SECTION(1, PlacePrecision.NEIGHBOURHOOD),
    COUNTY(2, PlacePrecision.COUNTY),
    STATE(3, PlacePrecision.STATE),
    COUNTRY(4, PlacePrecision.COUNTRY),
    /** A continent, a sea, a part of a continent or country without borders. */
    REGION(5, PlacePrecision.COUNTRY),
    /** A single famous place, or an airport. */
    SPOT(6, PlacePrecision.LANDMARK),
    /** The area of a postal code. */
    POSTAL(7, PlacePrecision.CITY);

    private final byte code;
    private final PlacePrecision precision;

    PlaceKind(int code, PlacePrecision precision) {
        this.code = (byte) code;
        this.precision = precision;
    }

    /** The number under which files and models know it; never reused. */
    public byte code() {
        return code;
    }

    static PlaceKind of(byte code) {
        for (PlaceKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of place has code " + code);
    }

    /** How finely a post is placed by naming one. */
    public PlacePrecision precision() {
        return precision;
    }

    /** Whether it is a state or country: context for others, never a location inside a fence. */
    public boolean isRegion() {
        return this == STATE || this == COUNTRY || this == REGION;
    }
}
