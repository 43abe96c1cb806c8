// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.console;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the map is drawn from.
 *
 * @param name of the jurisdiction; absent when the map is plain
 * @param bbox west, south, east and north in degrees; empty when the map is plain
 * @param attribution whose data it is and under which licence
 */
public record JurisdictionView(
        @Nullable String name, List<Double> bbox, @Nullable String attribution) {

    /** No jurisdiction: a plain map. */
    static final JurisdictionView NONE = new JurisdictionView(null, List.of(), null);

    public JurisdictionView {
        bbox = List.copyOf(bbox);
    }
}
