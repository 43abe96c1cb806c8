// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.table;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with tables, as {@code file:line: what}. */
public final class TableProblems {

    private final List<String> found = new ArrayList<>();

    /** Adds a problem of a row. */
    public void add(TableRow row, String what) {
        add(row.file(), row.line(), what);
    }

    /** Adds a problem of a line. */
    public void add(String file, int line, String what) {
        found.add(file + ":" + line + ": " + what);
    }

    /** Adds a problem of a whole file. */
    public void add(String file, String what) {
        found.add(file + ": " + what);
    }

    /**
     * Ends the reading when anything was wrong.
     *
     * @param where the folder or what else the tables belong to
     * @throws BadTablesException with all of it
     */
    public void throwIfAny(String where) {
        if (!found.isEmpty()) {
            throw new BadTablesException(where, List.copyOf(found));
        }
    }
}
