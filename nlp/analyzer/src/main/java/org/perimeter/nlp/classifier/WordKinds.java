// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.resource.LineResource;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which words mean the same kind of thing: all storms, all responders, all words of sympathy. What
 * a classifier learnt of one incident so holds for the next, which has other words. Immutable.
 */
public final class WordKinds {

    private static final String FOLDER = "/org/perimeter/nlp/classifier/";

    /**
     * A kind.
     *
     * @param index position among the coarse kinds
     * @param coarse hash of the coarse kind's name
     * @param fine hash of the finer kind's name; that of the coarse one where there is none finer
     */
    record Kind(int index, int coarse, int fine) {}

    private final int salt;
    private final Map<Integer, Kind> kinds;
    private final Set<String> words;
    private final int count;

    private WordKinds(int salt, Map<Integer, Kind> kinds, Set<String> words, int count) {
        this.salt = salt;
        this.kinds = kinds;
        this.words = words;
        this.count = count;
    }

    /** The kinds of words with which people speak of incidents. */
    public static WordKinds ofIncidents() {
        return parse("incident", LineResource.read(FOLDER + "incident-words.txt"));
    }

    /** The kinds of words with which people threaten. */
    public static WordKinds ofThreats() {
        return parse("threat", LineResource.read(FOLDER + "threat-words.txt"));
    }

    /**
     * Reads lines of the resources' format.
     *
     * @throws IllegalArgumentException when a word stands in two kinds, or kinds are too many
     */
    static WordKinds parse(String name, List<String> lines) {
        Map<Integer, Kind> kinds = new HashMap<>();
        Set<String> words = new TreeSet<>();
        Map<String, Integer> coarse = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split("\\s+", -1);
            int slash = parts[0].indexOf('/');
            String kindName = slash < 0 ? parts[0] : parts[0].substring(0, slash);
            coarse.putIfAbsent(kindName, coarse.size());
            Kind kind =
                    new Kind(
                            coarse.getOrDefault(kindName, 0),
                            ("\u0001" + name + ":" + kindName).hashCode(),
                            ("\u0001" + name + ":" + parts[0]).hashCode());
            for (int i = 1; i < parts.length; i++) {
                words.add(parts[i]);
                if (kinds.put(parts[i].hashCode(), kind) != null) {
                    throw new IllegalArgumentException(parts[i] + " has two kinds");
                }
            }
        }
        if (coarse.size() > Integer.SIZE) {
            throw new IllegalArgumentException("more than " + Integer.SIZE + " kinds");
        }
        return new WordKinds(
                ("\u0001kinds:" + name).hashCode(),
                Map.copyOf(kinds),
                Set.copyOf(words),
                coarse.size());
    }

    /** All words that have a kind. */
    public Set<String> words() {
        return words;
    }

    /** The kind of the word with this hash; a word of another kind never has the same hash. */
    @Nullable Kind ofHash(int word) {
        return kinds.get(word);
    }

    /** Keeps the features of one vocabulary apart from those of another. */
    int salt() {
        return salt;
    }

    /** Number of coarse kinds. */
    int count() {
        return count;
    }
}
