// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.table;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Tables that belong together, by the names of their files. */
public interface Tables {

    /** The rows of a table; null when there is none of this name. */
    @Nullable List<TableRow> find(String name);
}
