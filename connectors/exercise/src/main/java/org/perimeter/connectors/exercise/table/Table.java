// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tab-separated table among the resources: one row a line, {@code #} starts a remark. */
public final class Table {

    private Table() {}

    /**
     * The rows of a table, in order, each as its cells; empty cells stay, an empty last one too.
     *
     * @param owner class whose package the table lies in
     * @param name file name of the table
     * @throws IllegalArgumentException when there is no such table
     */
    public static List<List<String>> rows(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no table " + name);
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .map(TableRow::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + name, e);
        }
    }

    /** The rows of a table's text; empty lines and remarks are left out. */
    static List<TableRow> parse(String file, String text) {
        List<TableRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("# ")) {
                rows.add(new TableRow(file, number, List.of(line.split("\t", -1))));
            }
        }
        return List.copyOf(rows);
    }
}
