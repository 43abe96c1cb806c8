// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.table;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables among the resources of one package. */
public final class BundledTables implements Tables {

    private final Class<?> owner;

    /**
     * @param owner class whose package the tables lie in
     */
    public BundledTables(Class<?> owner) {
        this.owner = owner;
    }

    @Override
    public @Nullable List<TableRow> find(String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return in == null
                    ? null
                    : Table.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + name, e);
        }
    }
}
