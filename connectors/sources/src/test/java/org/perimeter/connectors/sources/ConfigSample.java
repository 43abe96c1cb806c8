// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.perimeter.policy.config.ConfigFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration files that tests write. */
final class ConfigSample {

    private ConfigSample() {}

    /** A file in the folder with the given lines under {@code sources}. */
    static ConfigFile withSources(Path folder, String... lines) {
        return write(folder, "sources:\n  " + String.join("\n  ", lines) + "\n");
    }

    static ConfigFile write(Path folder, String yaml) {
        try {
            return ConfigFile.read(Files.writeString(folder.resolve("config.yaml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
