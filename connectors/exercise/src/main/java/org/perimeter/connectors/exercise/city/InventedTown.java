// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.connectors.exercise.table.Table;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;
import java.util.Optional;

/** A bundled invented town: its tables, by file name. Each has a folder among the resources. */
enum InventedTown {
    /** In the Pacific, over 1,300 km from the next populated place. */
    WRENMOUTH("wrenmouth"),
    /** In the Atlantic, over 1,500 km from the next populated place. */
    HALDENMOOR("haldenmoor");

    private final String key;

    InventedTown(String key) {
        this.key = key;
    }

    /** The town with this key; empty when none is bundled. */
    static Optional<InventedTown> find(String key) {
        return List.of(values()).stream().filter(town -> town.key.equals(key)).findFirst();
    }

    /** The key by which exercises name it. */
    String key() {
        return key;
    }

    /** The rows of one of its tables. */
    List<List<String>> rows(String table) {
        return Table.rows(InventedTown.class, key + "/" + table);
    }

    /** What it is called. */
    String title() {
        return head("name");
    }

    /** Its middle. */
    GeoPoint center() {
        return new GeoPoint(Double.parseDouble(head("lat")), Double.parseDouble(head("lon")));
    }

    /** What its river is called. */
    String river() {
        return head("river");
    }

    /** Added to the seed from which the names of its lesser streets are drawn. */
    long names() {
        return Long.parseLong(head("names"));
    }

    private String head(String name) {
        return rows("town.tsv").stream()
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a town without " + name))
                .get(1);
    }
}
