// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with everything below it. */
public final class FolderTree {

    private FolderTree() {}

    /** Removes it; one that is not there is fine. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> below;
        try (Stream<Path> files = Files.walk(folder)) {
            below = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : below) {
            Files.delete(each);
        }
    }
}
