// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies and lists folders of a log. */
public final class Folders {

    private Folders() {}

    public static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            copyFile(from, to, from.relativize(file).toString());
        }
    }

    static void copyFile(Path from, Path to, String name) throws IOException {
        Path target = to.resolve(name);
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(from.resolve(name)));
    }

    /** All files below a folder, in order of their paths. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
