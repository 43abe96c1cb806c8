// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import org.perimeter.nlp.PostAnalyzer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The size of what the analyzer reads from the class path: every file of this module that is not
 * code (models, word lists, gazetteer), out of the jar but packed as it is shipped, and the model
 * that tells languages by their letters, out of its own jar.
 */
final class ModelFiles {

    private static final String LETTERS = "/langdetect-183.bin";
    private static final String CODE = ".class";

    /** Ours, and the word classes of the CMU Twitter tagger that the build unpacks. */
    private static final List<String> FOLDERS = List.of("org", "cmu");

    private ModelFiles() {}

    /** Size in bytes. */
    static long bytes() throws IOException {
        Path module = module();
        if (!Files.isDirectory(module)) {
            return letters() + inJar(module);
        }
        long bytes = letters();
        for (String folder : FOLDERS) {
            bytes += inFolder(module.resolve(folder));
        }
        return bytes;
    }

    private static Path module() {
        try {
            return Path.of(
                    PostAnalyzer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has no such place", e);
        }
    }

    private static long letters() throws IOException {
        try (InputStream in = ModelFiles.class.getResourceAsStream(LETTERS)) {
            if (in == null) {
                throw new IOException(LETTERS + " is not on the class path");
            }
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static long inFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(CODE))
                    .mapToLong(ModelFiles::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long inJar(Path jar) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream()
                    .filter(entry -> FOLDERS.contains(entry.getName().split("/", 2)[0]))
                    .filter(entry -> !entry.getName().endsWith(CODE))
                    .mapToLong(ZipEntry::getSize)
                    .sum();
        }
    }
}
