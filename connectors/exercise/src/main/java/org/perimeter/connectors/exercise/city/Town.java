// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A town in which an exercise takes place.
 *
 * @param city what it consists of
 * @param places finds its places by their keys
 * @param folder its jurisdiction folder; null for an invented town
 */
public record Town(City city, TownPlaces places, @Nullable Path folder) {

    /** The town of the demo. */
    public static final String DEFAULT = InventedTown.WRENMOUTH.key();

    /** The bundled invented town with this key; empty when there is none. */
    public static Optional<Town> invented(String key) {
        return InventedTown.find(key)
                .map(town -> of(new CityGenerator(town, CityGenerator.SEED).generate(), null));
    }

    /**
     * The town of a jurisdiction folder, as {@code geo import} writes it.
     *
     * @throws IOException when the folder cannot be read as one
     */
    public static Town read(Path folder) throws IOException {
        return of(new TownReader(folder).read(), folder);
    }

    private static Town of(City city, @Nullable Path folder) {
        return new Town(city, new CityPlaces(city), folder);
    }

    /** Writes it as the jurisdiction folder that the analyzer loads. */
    public void write(Path into) throws IOException {
        if (folder == null) {
            new JurisdictionWriter().write(city, into);
            return;
        }
        Files.createDirectories(into);
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.copy(
                    file,
                    into.resolve(file.getFileName().toString()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
