// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Writes files that survive a crash whole or not at all: temporary file, fsync, atomic rename, and
 * fsync of the touched folders when asked.
 */
public final class DurableFiles {

    private static final String TEMPORARY = ".new";

    private final Path root;
    private final Set<Path> touched = new LinkedHashSet<>();

    public DurableFiles(Path root) {
        this.root = root;
    }

    /** Replaces the file; durable after the next {@link #sync()}. */
    void write(String path, byte[] bytes) throws IOException {
        Path target = root.resolve(path);
        Path folder = folderOf(target);
        createFolders(folder);
        Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY);
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            writeFully(channel, ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        touched.add(folder);
    }

    /** Makes the names of all files written so far durable. */
    public void sync() throws IOException {
        for (Path folder : touched) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
        touched.clear();
    }

    /** Creates missing folders; their names are durable after the next {@link #sync()}. */
    public void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folderOf(folder);
            createFolders(above);
            Files.createDirectories(folder);
            touched.add(above);
        }
    }

    public static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    public static Path folderOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("the root of a file system is not a file");
        }
        return parent;
    }
}
