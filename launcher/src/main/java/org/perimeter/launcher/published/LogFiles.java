// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.published;

import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tile.TileReader;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a log, in a folder or at a web address. */
public final class LogFiles {

    private LogFiles() {}

    /** Whether this names a web address. */
    public static boolean isWeb(String log) {
        return log.startsWith("http://") || log.startsWith("https://");
    }

    /**
     * Opens them.
     *
     * @throws LauncherException when the folder is not there
     */
    public static TileReader open(String log) {
        if (isWeb(log)) {
            return new HttpTiles(URI.create(log));
        }
        if (!Files.isDirectory(Path.of(log))) {
            throw new LauncherException("there is no folder " + log);
        }
        return new DirectoryTiles(Path.of(log));
    }
}
