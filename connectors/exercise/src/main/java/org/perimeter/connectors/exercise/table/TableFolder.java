// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.table;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of a folder that a user wrote. */
public final class TableFolder implements Tables {

    private final Path folder;
    private final TableProblems problems;

    /**
     * @param problems hears of files that are not UTF-8
     */
    public TableFolder(Path folder, TableProblems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    @Override
    public @Nullable List<TableRow> find(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return Table.parse(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            problems.add(name, 1, "the file is not UTF-8");
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + name, e);
        }
    }
}
