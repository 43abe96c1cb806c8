// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.house;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The houses of one street: by number in its one form, and the plain ones in their order. */
public final class Houses {

    private final Map<String, GeoPoint> byNumber = new HashMap<>();
    private final NavigableMap<Integer, GeoPoint> plain = new TreeMap<>();

    public void add(String number, GeoPoint point) {
        byNumber.putIfAbsent(number, point);
        if (HouseNumber.isPlain(number)) {
            plain.putIfAbsent(Integer.valueOf(number), point);
        }
    }

    /** The house itself, else what the number implies; null when the map has none of it. */
    public @Nullable GeoPoint find(String number) {
        GeoPoint point = byNumber.get(number);
        for (String implied : HouseNumber.implied(number)) {
            point = point == null ? byNumber.get(implied) : point;
        }
        return point;
    }

    public NavigableMap<Integer, GeoPoint> plain() {
        return plain;
    }
}
