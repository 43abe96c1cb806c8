// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Word classes from the published jar of the CMU Twitter tagger (GPL 2 or later): a tree of 216,000
 * words by their use in 56 million tweets (Owoputi and others 2013), and lists of given and family
 * names. The build unpacks the four files; nothing of them is committed.
 */
public final class SocialWords implements WordClasses {

    private static final String FOLDER = "/cmu/arktweetnlp/";
    private static final int WORDS = 217_000;
    private static final int NAMES = 22_000;

    private final WordTable paths = new WordTable(WORDS);
    private final WordTable names = new WordTable(NAMES);
    private final WordTable news;

    private SocialWords(WordTable news) {
        this.news = news;
    }

    /**
     * Loads the files from the class path.
     *
     * @param news classes of words by their use in news, 1 or more
     * @throws IllegalStateException when the build did not unpack the files
     */
    public static SocialWords load(WordTable news) {
        SocialWords words = new SocialWords(news);
        lines("50mpaths2", lines -> lines.forEach(words::addPath));
        Map<String, Integer> kinds = new HashMap<>();
        addNames("male", MALE, kinds);
        addNames("female", FEMALE, kinds);
        addNames("family", FAMILY, kinds);
        kinds.forEach(words.names::put);
        return words;
    }

    private void addPath(String line) {
        int first = line.indexOf('\t');
        int second = line.indexOf('\t', first + 1);
        if (first > 0 && second > first) {
            int bits = Integer.parseInt(line, 0, first, 2);
            paths.put(line.substring(first + 1, second), 1 << first | bits);
        }
    }

    private static void addNames(String file, int kind, Map<String, Integer> into) {
        lines(
                file,
                lines ->
                        lines.map(line -> line.trim().toLowerCase(Locale.ROOT))
                                .filter(name -> !name.isEmpty())
                                .forEach(name -> into.merge(name, kind, (a, b) -> a | b)));
    }

    private static void lines(String file, Consumer<Stream<String>> use) {
        try (InputStream in = SocialWords.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        FOLDER + file + " is not on the class path; build nlp");
            }
            use.accept(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int socialPath(String lower) {
        return paths.get(lower);
    }

    @Override
    public int newsClass(String lower) {
        return news.get(lower);
    }

    @Override
    public int names(String lower) {
        return names.get(lower);
    }
}
