// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import java.util.ArrayList;
import java.util.List;

/**
 * A district as a block of the grid, borders inclusive.
 *
 * @param name its name
 * @param aliases what else people call it
 * @param west first column
 * @param east last column
 * @param south first row
 * @param north last row
 */
record DistrictPlan(String name, List<String> aliases, int west, int east, int south, int north) {

    private static final int[] WEST_COLUMNS = {0, 6, 12, 19, 25, 31};
    private static final int WIDTH = 6;
    private static final int HEIGHT = 8;

    DistrictPlan {
        aliases = List.copyOf(aliases);
    }

    /** All districts, as the town's table names them: six columns of four. */
    static List<DistrictPlan> all(InventedTown town) {
        List<DistrictPlan> plans = new ArrayList<>();
        for (List<String> row : town.rows("districts.tsv")) {
            int west = WEST_COLUMNS[Integer.parseInt(row.get(0))];
            int south = Integer.parseInt(row.get(1)) * HEIGHT;
            plans.add(
                    new DistrictPlan(
                            row.get(2),
                            aliases(row.get(3)),
                            west,
                            west + WIDTH,
                            south,
                            south + HEIGHT));
        }
        return List.copyOf(plans);
    }

    /** Whether its rows are numbered streets. */
    boolean numberedStreets() {
        return (west == 6 || west == 12) && (south == 8 || south == 16);
    }

    /** Whether its columns are numbered avenues. */
    boolean numberedAvenues() {
        return west == 31 && south < 16;
    }

    /** Splits a cell of aliases, which are separated by semicolons. */
    static List<String> aliases(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
    }
}
