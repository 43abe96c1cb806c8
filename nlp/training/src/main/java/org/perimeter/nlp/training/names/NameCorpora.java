// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The corpora that the shipped name model is made of; their licences allow it. Of each only the
 * training part is read, of IDRISI-R only the events that are not reported on.
 */
final class NameCorpora {

    /**
     * Corpora of tokens and labels: WNUT-17 (CC BY 4.0), BTC (CC BY 4.0), Tweebank (Apache-2.0).
     */
    private static final List<String> COLUMNS =
            List.of(
                    "ner_wnut17/dev/wnut17train.conll.gz",
                    "ner_btc/dev/btc.train.gz",
                    "ner_tweebank/dev/train.bio");

    /** Location mentions by event: IDRISI-R (CC BY 4.0). */
    private static final String MENTIONS = "geo_idrisi_lmr/dev";

    private static final Set<String> REPORTED =
            Set.of("maryland_floods_2018", "pakistan_earthquake_2019", "italy_earthquake_aug_2016");

    private static final Pattern CHANGING = Pattern.compile("https?://\\S+|@\\w+");

    private NameCorpora() {}

    /**
     * Posts of all kinds, with names of all three types, in an order that is always the same.
     *
     * @param data folder that holds one folder per corpus
     * @throws IOException when a corpus is missing
     */
    static List<LabelledTokens> everyday(Path data) throws IOException {
        List<LabelledTokens> posts = new ArrayList<>();
        for (String file : COLUMNS) {
            posts.addAll(ColumnCorpus.read(lines(data.resolve(file))));
        }
        return posts;
    }

    /** Posts from disasters, with names of locations only; otherwise as {@link #everyday}. */
    static List<LabelledTokens> disasters(Path data) throws IOException {
        List<LabelledTokens> posts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path event : events(data.resolve(MENTIONS))) {
            for (LabelledTokens post : MentionCorpus.read(lines(event))) {
                // Shared posts differ only in link and handle; one of them is enough.
                String same = CHANGING.matcher(post.text()).replaceAll("");
                if (seen.add(same.toLowerCase(Locale.ROOT))) {
                    posts.add(post);
                }
            }
        }
        return posts;
    }

    private static List<Path> events(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains(".jsonl"))
                    .filter(file -> !REPORTED.contains(eventOf(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String eventOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.indexOf('.'));
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        file.toString().endsWith(".gz")
                                                ? new GZIPInputStream(in)
                                                : in,
                                        StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
