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

/** The folder in which Flink leaves its checkpoints, and the state of a job that was stopped. */
final class CheckpointFolder {

    private static final String COMPLETE = "_metadata";
    private static final String CHECKPOINT = "chk-";
    private static final String SAVEPOINT = "savepoint-";
    private static final String STOPPED = "stopped";
    private static final int DEPTH = 3;

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a job that is stopped leaves its state, below the folder of its checkpoints. */
    static Path stopped(Path checkpoints) {
        return checkpoints.resolve(STOPPED);
    }

    /**
     * The newest complete checkpoint or stopped state of an earlier process; empty when there is
     * none. The state of a job that was drained is none of them: there is nothing to go on with.
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

    private boolean isCheckpoint(@Nullable Path candidate) {
        Path name = candidate == null ? null : candidate.getFileName();
        if (candidate == null || name == null) {
            return false;
        }
        boolean stopped = stopped(folder).equals(candidate.getParent());
        return name.toString().startsWith(stopped ? SAVEPOINT : CHECKPOINT);
    }

    private static long writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the checkpoint folder", e);
        }
    }
}
