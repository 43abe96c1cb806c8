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
 * Writes files that readers find whole or not at all, and makes them durable: at once, or later
 * many together.
 */
public final class DurableFiles {

    private static final String TEMPORARY = ".new";

    private final Path root;
    private final Set<Path> touched = new LinkedHashSet<>();

    public DurableFiles(Path root) {
        this.root = root;
    }

    /**
     * Replaces the file. A crash may leave it torn until {@link #force} and then {@link #sync} have
     * returned.
     */
    void write(String path, byte[] bytes) throws IOException {
        write(path, bytes, false);
    }

    /** Replaces the file durably; a crash leaves the old one or the new one. */
    public Path replace(String path, byte[] bytes) throws IOException {
        Path target = write(path, bytes, true);
        forceFolder(folderOf(target));
        return target;
    }

    private Path write(String path, byte[] bytes, boolean force) throws IOException {
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
            if (force) {
                channel.force(true);
            }
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        touched.add(folder);
        return target;
    }

    /** Makes the content of a file durable. */
    void force(String path) throws IOException {
        force(root.resolve(path));
    }

    /** Makes the content of a file durable, whoever wrote it. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the names of all files written so far durable. */
    public void sync() throws IOException {
        for (Path folder : touched) {
            forceFolder(folder);
        }
        touched.clear();
    }

    /** Says that a file was created by the caller; its name is durable after {@link #sync()}. */
    public void created(Path file) {
        touched.add(folderOf(file));
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

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
