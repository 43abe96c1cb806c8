// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java sources of all modules, and how they are spread. */
public final class SourceTree {

    private static final String MAIN = "src/main/java/";

    private final Path root;
    private final List<Path> files;

    private SourceTree(Path root, List<Path> files) {
        this.root = root;
        this.files = files;
    }

    /**
     * Looks at everything below a folder but what builds made.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static SourceTree of(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return new SourceTree(
                    root,
                    found.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !slashed(root, file).contains("target/"))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file. */
    public List<Path> files() {
        return files;
    }

    /** Whether a file is production code. */
    public boolean isMain(Path file) {
        return slashed(root, file).contains(MAIN);
    }

    /** Main packages with more classes than a reader can keep apart, with their number. */
    public SortedMap<String, Integer> packagesOver(int most) {
        SortedMap<String, Integer> crowded = new TreeMap<>();
        mainClassesBy(file -> slashed(root, file).replaceFirst("/[^/]*$", ""))
                .forEach(
                        (folder, classes) -> {
                            if (classes.size() > most) {
                                crowded.put(folder, classes.size());
                            }
                        });
        return crowded;
    }

    /** Main files of more lines than a reader can keep in mind. */
    public List<Path> filesOver(int most) {
        return files.stream().filter(this::isMain).filter(file -> lines(file) > most).toList();
    }

    /** Simple names that more than one main class has, with the files. */
    public SortedMap<String, List<Path>> twins() {
        SortedMap<String, List<Path>> twins =
                mainClassesBy(file -> String.valueOf(file.getFileName()));
        twins.values().removeIf(same -> same.size() == 1);
        return twins;
    }

    /** A file says a thing about its package and is no class. */
    private SortedMap<String, List<Path>> mainClassesBy(Function<Path, String> key) {
        return files.stream()
                .filter(this::isMain)
                .filter(file -> !file.endsWith("package-info.java"))
                .filter(file -> !file.endsWith("module-info.java"))
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String slashed(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
