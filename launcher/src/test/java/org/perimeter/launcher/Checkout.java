// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the checkout that a test runs in. */
final class Checkout {

    private Checkout() {}

    /** The folder with the script. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("config.sample.yaml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not in a checkout");
            }
        }
        return folder;
    }
}
