// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Files that only their owner may read: written whole or not at all, and refused when open. */
final class PrivateFiles {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PrivateFiles() {}

    /**
     * Writes a new file with mode 0600, flushed to the disk. A hard link puts the finished file in
     * its place, because unlike a move it fails when another process was faster.
     *
     * @throws FileAlreadyExistsException when the file exists; it is left as it is
     */
    static void create(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        FileAttribute<?>[] mode =
                isPosix(file)
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                        : new FileAttribute<?>[0];
        try {
            Files.createFile(draft, mode);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(text));
                channel.force(true);
            }
            Files.createLink(file, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Reads a file that nobody but its owner may read or write.
     *
     * @throws IllegalStateException when others may
     */
    static String read(Path file) throws IOException {
        if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException(
                    "others can read " + file.getFileName() + "; set its mode to 0600");
        }
        return Files.readString(file).strip();
    }

    /** {@link #read} for code that cannot go on without the file. */
    static String require(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
