// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in which Flink leaves its checkpoints. */
final class CheckpointFolder {

    private static final String COMPLETE = "_metadata";
    private static final String CHECKPOINT = "chk-";
    private static final int DEPTH = 3;

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The newest complete checkpoint of an earlier process; empty when there is none.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    Optional<Path> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> file.endsWith(COMPLETE))
                    .filter(file -> isCheckpoint(file.getParent()))
                    .max(Comparator.comparingLong(CheckpointFolder::writtenAt))
                    .map(Path::getParent);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint folder", e);
        }
    }

    private static boolean isCheckpoint(@Nullable Path candidate) {
        Path name = candidate == null ? null : candidate.getFileName();
        return name != null && name.toString().startsWith(CHECKPOINT);
    }

    private static long writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint folder", e);
        }
    }
}
