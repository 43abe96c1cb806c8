// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.directory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a directory in the order of their names, without those that are being written. */
final class DroppedFiles {

    private static final Set<String> UNFINISHED = Set.of(".tmp", ".part", ".filepart", "~");

    private final Path directory;
    private @Nullable Set<String> seen;

    DroppedFiles(Path directory) {
        this.directory = directory;
    }

    boolean exists() {
        return Files.isDirectory(directory);
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    /** The first name after the given one, or the first of all when that is empty. */
    @Nullable String after(String name) throws IOException {
        return names().stream().filter(next -> next.compareTo(name) > 0).findFirst().orElse(null);
    }

    /** How many names have come since the last look that sort before the given one. */
    int late(String name) throws IOException {
        List<String> names = names();
        Set<String> before = seen == null ? Set.copyOf(names) : seen;
        seen = Set.copyOf(names);
        return (int)
                names.stream()
                        .filter(next -> next.compareTo(name) < 0 && !before.contains(next))
                        .count();
    }

    private List<String> names() throws IOException {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            TreeSet<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .filter(name -> UNFINISHED.stream().noneMatch(name::endsWith))
                    .forEach(names::add);
            return List.copyOf(names);
        }
    }
}
