// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Words as unequal as those of a language: the word of rank r is about r times rarer than the first
 * (Zipf's law). The first hundred are English, the others invented.
 */
final class InventedWords {

    private static final List<String> COMMON =
            List.of(
                    ("the to and a of in is it you that for on was with are just at this have my"
                                    + " people here street now they all police out from there be just not so"
                                    + " everyone outside near heard saw running mall shots car road park"
                                    + " closed traffic help please stay safe inside door building left white"
                                    + " black hoodie man woman kids school store fire smoke sirens ambulance"
                                    + " officers helicopter still what happening anyone know going on corner"
                                    + " blocked avoid area update moving north south east west side loud"
                                    + " bang screaming hiding back exit parking lot gas station bridge")
                            .split(" "));
    private static final int WORDS = 20_000;
    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "ter", "san", "vel", "dor", "pri", "ash", "und", "eb", "noy");

    private final SplittableRandom random;
    private final double logWords = Math.log(WORDS);

    InventedWords(SplittableRandom random) {
        this.random = random;
    }

    /** So many words with spaces between them. */
    String sentence(int count) {
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(word());
        }
        return String.join(" ", words);
    }

    /** One word, common ones more often. */
    String word() {
        return word((int) Math.exp(random.nextDouble() * logWords) - 1);
    }

    private static String word(int rank) {
        if (rank < COMMON.size()) {
            return COMMON.get(rank);
        }
        StringBuilder word = new StringBuilder();
        for (int rest = rank; rest > 0; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }
}
