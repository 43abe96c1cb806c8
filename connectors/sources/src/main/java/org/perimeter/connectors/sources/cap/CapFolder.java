// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.cap;

import org.perimeter.connectors.incidents.cap.CapReader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The alerts of a folder as they stood at one poll: its files {@code *.xml} and {@code *.cap} in
 * the order in which they say they were sent; those that do not say it come first, and those of one
 * time go by their names.
 *
 * @param documents each file's name and bytes
 * @param digest of all of them, 32 hex digits
 */
record CapFolder(List<Document> documents, String digest) {

    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 20_000_000;

    CapFolder {
        documents = List.copyOf(documents);
    }

    /**
     * Reads a folder, or a single file whatever its name; nothing when the path does not exist.
     *
     * @throws IOException when a file cannot be read, or there are more than 1000 files or 20 MB
     */
    static CapFolder read(Path path) throws IOException {
        List<Document> documents = new ArrayList<>();
        MessageDigest digest = sha256();
        long total = 0;
        for (Path file : files(path)) {
            total += Files.size(file);
            if (documents.size() == MOST_FILES || total > MOST_BYTES) {
                throw new IOException("too many alerts");
            }
            String name = String.valueOf(file.getFileName());
            byte[] bytes = Files.readAllBytes(file);
            documents.add(new Document(name, bytes));
            digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        documents.sort(Comparator.comparing(Document::sent));
        return new CapFolder(documents, HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(CapFolder::isAlert).sorted().toList();
        }
    }

    private static boolean isAlert(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".")
                && (name.endsWith(".xml") || name.endsWith(".cap"))
                && Files.isRegularFile(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** One file. */
    static final class Document {

        private final String name;
        private final byte[] bytes;
        private final Instant sent;

        private Document(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
            this.sent = Objects.requireNonNullElse(CapReader.sent(bytes), Instant.MIN);
        }

        Instant sent() {
            return sent;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
