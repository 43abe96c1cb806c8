// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The trained files of the close reading, or why there are none. */
public sealed interface CloseModel {

    /** The encoder's graph. */
    String GRAPH = "reader.onnx";

    /** What stands on it. */
    String HEADS = "heads.json";

    /**
     * A graph and the heads that were trained with it.
     *
     * @param graph the file's bytes, which nobody changes
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and 23 MB to copy.
    record Present(byte[] graph, Heads heads) implements CloseModel {

        public Present {
            if (!heads.model().equals(hash(graph))) {
                throw new IllegalStateException(
                        HEADS + " was made for another " + GRAPH + " than lies beside it");
            }
        }
    }

    /**
     * There is no model: the first reading stands.
     *
     * @param missing the file that was not found
     */
    record Absent(String missing) implements CloseModel {}

    /**
     * What this build ships.
     *
     * @throws IllegalStateException when the two files do not belong together
     */
    static CloseModel shipped() {
        return from(CloseModel::resource);
    }

    /**
     * A model in a folder, in place of the shipped one.
     *
     * @throws IllegalStateException when the two files do not belong together
     */
    static CloseModel in(Path folder) {
        return from(name -> file(folder.resolve(name)));
    }

    /** SHA-256 of a graph, in hexadecimal. */
    static String hash(byte[] graph) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(graph));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Where the two files lie. */
    @FunctionalInterface
    interface Shelf {
        byte @Nullable [] bytes(String name) throws IOException;
    }

    private static CloseModel from(Shelf shelf) {
        try {
            byte[] heads = shelf.bytes(HEADS);
            byte[] graph = shelf.bytes(GRAPH);
            if (heads == null || graph == null) {
                return new Absent(heads == null ? HEADS : GRAPH);
            }
            return new Present(graph, HeadsFile.read(heads));
        } catch (IOException e) {
            throw new UncheckedIOException("the model of the close reading", e);
        }
    }

    private static byte @Nullable [] resource(String name) throws IOException {
        try (InputStream in = CloseModel.class.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static byte @Nullable [] file(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }
}
