// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.tile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a log from a folder. */
public final class DirectoryTiles implements TileReader {

    private final Path root;

    /**
     * @param root the folder that holds {@code checkpoint} and {@code tile}
     */
    public DirectoryTiles(Path root) {
        this.root = root;
    }

    @Override
    public byte @Nullable [] find(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root.normalize())) {
            return null;
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
