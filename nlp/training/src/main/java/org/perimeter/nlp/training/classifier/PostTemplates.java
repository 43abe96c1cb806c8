// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills sentences with gaps: {@code $NAME a|b} says what a gap may hold, gaps among it; every other
 * line is a sentence, after its label and a tab. The same lines always give the same texts.
 */
final class PostTemplates {

    private static final int SEED = 4;

    private final Map<String, String[]> gaps = new HashMap<>();
    private final List<String> sentences = new ArrayList<>();
    private final Random random = new Random(SEED);

    PostTemplates(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith("$")) {
                String[] parts = line.split("\t", 2);
                gaps.put(parts[0], parts[1].split("\\|", -1));
            } else {
                sentences.add(line);
            }
        }
    }

    /**
     * All sentences, each filled so many times.
     *
     * @throws IllegalArgumentException when a gap is nowhere said to hold anything
     */
    List<String> filled(int times) {
        List<String> filled = new ArrayList<>(sentences.size() * times);
        for (String sentence : sentences) {
            int text = sentence.indexOf('\t') + 1;
            for (int i = 0; i < times; i++) {
                filled.add(sentence.substring(0, text) + fill(sentence.substring(text)));
            }
        }
        return filled;
    }

    private String fill(String sentence) {
        StringBuilder filled = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            String text = word.startsWith("$") ? fill(choice(word)) : word;
            if (!text.isEmpty()) {
                filled.append(filled.length() == 0 ? "" : " ").append(text);
            }
        }
        return filled.toString();
    }

    private String choice(String gap) {
        String[] choices = gaps.get(gap);
        if (choices == null) {
            throw new IllegalArgumentException("nothing is said to fill " + gap);
        }
        return choices[random.nextInt(choices.length)];
    }
}
