// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.split.Part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Options of {@code bench quality}.
 *
 * @param data folder with one folder per corpus, or one file of the corpus
 * @param corpus only rows whose name or corpus contains this; empty for all
 * @param part what is scored
 * @param baseline whether stock CoreNLP runs beside
 * @param places jurisdiction folders
 * @param write Markdown file whose tables are brought up to date; null for none
 * @param audit whether the bias audit runs instead of the rows
 */
record QualityOptions(
        Path data,
        String corpus,
        Part part,
        boolean baseline,
        List<Path> places,
        @Nullable Path write,
        boolean audit) {

    QualityOptions {
        places = List.copyOf(places);
    }

    /**
     * From the command line.
     *
     * @throws IllegalArgumentException when the call is wrong, saying how
     */
    static QualityOptions parse(String[] args) {
        @Nullable Path data = null;
        String corpus = "";
        Part part = Part.HELD_OUT;
        boolean baseline = true;
        List<Path> places = new ArrayList<>();
        @Nullable Path write = null;
        boolean audit = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--audit" -> audit = true;
                case "--no-baseline" -> baseline = false;
                case "--data" -> data = Path.of(value(args, ++i));
                case "--corpus" -> corpus = value(args, ++i);
                case "--write" -> write = Path.of(value(args, ++i));
                case "--part" -> part = Part.of(value(args, ++i));
                case "--places" -> places.add(Path.of(value(args, ++i)));
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        if (data == null) {
            throw new IllegalArgumentException(
                    "--data DIR is needed: the folder that holds the corpora, one folder each");
        }
        return new QualityOptions(data, corpus, part, baseline, places, write, audit);
    }

    private static String value(String[] args, int i) {
        if (i >= args.length) {
            throw new IllegalArgumentException(args[i - 1] + " needs a value");
        }
        return args[i];
    }
}
