// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.table;

import java.util.List;

/**
 * A row of a table, with where it stands.
 *
 * @param file name of the table's file
 * @param line number of the line, from 1
 * @param cells its cells; empty cells stay, an empty last one too
 */
public record TableRow(String file, int line, List<String> cells) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell with this number, from 0. */
    public String cell(int number) {
        return cells.get(number);
    }
}
