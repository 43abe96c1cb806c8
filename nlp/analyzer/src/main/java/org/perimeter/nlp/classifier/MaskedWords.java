// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

import org.perimeter.nlp.resource.LineResource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Hides from the classifiers whom a text speaks of.
 *
 * <p>Words for groups of people (origin, religion, gender, orientation, disability, age, politics)
 * and the plain words for people all become one and the same token, so that no group can weigh more
 * than "people" does; likewise the pronouns of both genders. Neighbouring ones count as one.
 */
public final class MaskedWords {

    /** What every word for people becomes. */
    static final String PEOPLE = "\u0001people";

    /** How the close reading, which has no marks, writes {@link #PEOPLE}. */
    public static final String SHOWN_PEOPLE = "people";

    private static final String RESOURCE = "/org/perimeter/nlp/classifier/identity-terms.txt";
    private static final String NUMBER = "\u0001number";

    private static final String ADJECTIVE = "people/adjective";

    private final Map<String, String> masks;
    private final Set<String> adjectives;

    private MaskedWords(Map<String, String> masks, Set<String> adjectives) {
        this.masks = masks;
        this.adjectives = adjectives;
    }

    /** Loads the words from the class path. */
    public static MaskedWords load() {
        Map<String, String> masks = new HashMap<>();
        Set<String> adjectives = new HashSet<>();
        for (String line : LineResource.read(RESOURCE)) {
            String[] words = line.trim().split("\\s+", -1);
            String mask = words[0].startsWith("people") ? PEOPLE : "\u0001" + words[0];
            for (int i = 1; i < words.length; i++) {
                masks.put(words[i], mask);
                if (words[0].equals(ADJECTIVE)) {
                    adjectives.add(words[i]);
                }
            }
        }
        return new MaskedWords(Map.copyOf(masks), Set.copyOf(adjectives));
    }

    /** Whether a word or emoji names people; adjectives, which may go with any noun, do not. */
    public boolean namesPeople(String word) {
        return mask(word).equals(PEOPLE) && !adjectives.contains(word);
    }

    /**
     * The plain word that stands for a masked one; every other word, numbers too, as it is.
     *
     * @param word a word in normal form, or an emoji
     */
    public String shown(String word) {
        String mask = mask(word);
        return mask.equals(NUMBER) || !mask.startsWith("\u0001") ? word : mask.substring(1);
    }

    /** All words that are hidden; for tests and audits. */
    Set<String> terms() {
        return masks.keySet();
    }

    String mask(String word) {
        if (word.isEmpty()) {
            return word;
        }
        if (Character.isDigit(word.charAt(0))) {
            return NUMBER;
        }
        int c = word.codePointAt(0);
        if (c >= 0x1F1E6 && isPersonOrFlag(c)) {
            return PEOPLE;
        }
        return masks.getOrDefault(word, word);
    }

    /** Pictures of people in every colour of skin, and flags. */
    private static boolean isPersonOrFlag(int c) {
        return c <= 0x1F1FF
                || (c >= 0x1F466 && c <= 0x1F478)
                || (c >= 0x1F481 && c <= 0x1F483)
                || (c >= 0x1F645 && c <= 0x1F647)
                || (c >= 0x1F64B && c <= 0x1F64E)
                || (c >= 0x1F930 && c <= 0x1F93E)
                || (c >= 0x1F9D1 && c <= 0x1F9DD)
                || c == 0x1F47C
                || c == 0x1F3F3
                || c == 0x1F3F4
                || c == 0x1F574
                || c == 0x1F57A;
    }
}
