// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.script;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.Script;
import org.perimeter.connectors.exercise.table.BadTablesException;
import org.perimeter.connectors.exercise.table.TableProblems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder in which a user wrote an exercise: its tables, and a file that names its town. */
public final class ExerciseFolder {

    private static final String TOWN = "town";
    private static final String JURISDICTION = "jurisdiction.json";
    private static final int DEEPEST = 3;

    private final Path folder;
    private final @Nullable Path places;

    /**
     * @param places a jurisdiction folder, or a folder of such; null for bundled towns only
     */
    public ExerciseFolder(Path folder, @Nullable Path places) {
        this.folder = folder;
        this.places = places;
    }

    /** Every folder that holds an exercise: this one or some below it, in order of their paths. */
    public static List<Path> find(Path root) throws IOException {
        try (Stream<Path> walked = Files.walk(root, DEEPEST)) {
            return walked.filter(path -> Files.isRegularFile(path.resolve(IncidentRows.FILE)))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The town that the exercise names: a bundled one, or one of the given places.
     *
     * @throws BadTablesException when there is no such town
     * @throws IOException when a file cannot be read
     */
    public Town town() throws IOException {
        Path jurisdiction = places;
        String key = key();
        if (key.isEmpty() && jurisdiction != null && isJurisdiction(jurisdiction)) {
            return Town.read(jurisdiction);
        }
        Optional<Town> invented = Town.invented(key.isEmpty() ? Town.DEFAULT : key);
        if (invented.isPresent()) {
            return invented.get();
        }
        if (jurisdiction != null && key.matches("[A-Za-z0-9._-]+")) {
            if (isJurisdiction(jurisdiction.resolve(key))) {
                return Town.read(jurisdiction.resolve(key));
            }
            Town town = isJurisdiction(jurisdiction) ? Town.read(jurisdiction) : null;
            if (town != null && town.city().name().equals(key)) {
                return town;
            }
        }
        TableProblems problems = new TableProblems();
        problems.add(TOWN, 1, "\"" + key + "\" is no bundled town and none of --places");
        problems.throwIfAny(folder.toString());
        throw new IllegalStateException("a problem was added");
    }

    /** The script, which speaks of that town. */
    public Script script(Town town) {
        return ScriptReader.read(folder, town);
    }

    private String key() throws IOException {
        Path file = folder.resolve(TOWN);
        return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
    }

    private static boolean isJurisdiction(Path path) {
        return Files.isRegularFile(path.resolve(JURISDICTION));
    }
}
