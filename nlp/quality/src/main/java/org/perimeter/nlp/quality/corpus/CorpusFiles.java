// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.perimeter.nlp.quality.split.HeldOutEvents;
import org.perimeter.nlp.quality.split.HeldOutFifth;
import org.perimeter.nlp.quality.split.Part;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The files of one corpus and the part of them that is scored. Text is UTF-8; a name that ends in
 * {@code .gz} is unpacked on the way.
 *
 * @param files in the order of their names
 * @param part what is scored
 */
public record CorpusFiles(List<Path> files, Part part) {

    public CorpusFiles {
        files = List.copyOf(files);
    }

    /**
     * Finds a corpus: a file given outright is read whole, since whoever gives it has chosen what
     * to score; else the folder {@code dev} of the corpus's folder, or the folder itself.
     *
     * @param data a folder with one folder per corpus, or one file
     * @throws FileNotFoundException when it is not there, in words for the user
     */
    public static CorpusFiles find(Path data, String corpus, Part part) throws IOException {
        if (Files.isRegularFile(data)) {
            return new CorpusFiles(List.of(data), Part.ALL);
        }
        Path folder = data.resolve(corpus);
        Path dev = folder.resolve("dev");
        Path chosen = Files.isDirectory(dev) ? dev : folder;
        if (!Files.isDirectory(chosen)) {
            throw new FileNotFoundException("there is no folder " + corpus + " in " + data);
        }
        try (Stream<Path> found = Files.list(chosen)) {
            List<Path> files =
                    found.filter(Files::isRegularFile)
                            .filter(file -> !name(file).startsWith("README"))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new FileNotFoundException("the folder of " + corpus + " holds no files");
            }
            return new CorpusFiles(files, part);
        }
    }

    /** Only the files whose name fits. */
    public CorpusFiles named(Predicate<String> fits) {
        return new CorpusFiles(files.stream().filter(file -> fits.test(name(file))).toList(), part);
    }

    /** For corpora that come as files for training and for development: the part's files. */
    public CorpusFiles byTrainingFile() {
        return named(name -> part.keeps(!name.contains("train")));
    }

    /** For corpora of one file per event: the part's files. */
    public CorpusFiles byEvent() {
        return new CorpusFiles(
                files.stream()
                        .filter(file -> part.keeps(HeldOutEvents.contains(event(file))))
                        .toList(),
                part);
    }

    /** Whether the items of this group belong to the part, by the rule of the held-out fifth. */
    public boolean keeps(String groupKey) {
        return part.keeps(HeldOutFifth.contains(groupKey));
    }

    /** The event that a file holds: its name without endings. */
    public static String event(Path file) {
        String name = name(file);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The text of a file. */
    public static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(bytes(file), StandardCharsets.UTF_8));
    }

    /** The unpacked bytes of a file. */
    public static InputStream bytes(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return name(file).endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
