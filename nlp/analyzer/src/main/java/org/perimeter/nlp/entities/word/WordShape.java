// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.word;

/** The pattern of capitals, small letters and digits in a word. */
final class WordShape {

    private static final int LONGEST = 20;
    private static final int LONGEST_RUN = 3;

    private WordShape() {}

    /** Every character by its class, runs cut to three: {@code Xxxx} for London. */
    static String full(String word) {
        return shape(word, LONGEST_RUN);
    }

    /** Runs cut to one: {@code Xx} for London. */
    static String brief(String word) {
        return shape(word, 1);
    }

    private static String shape(String word, int longestRun) {
        StringBuilder out = new StringBuilder(word.length());
        char last = 0;
        int run = 0;
        int end = Math.min(word.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = classOf(word.charAt(i));
            run = c == last ? run + 1 : 1;
            last = c;
            if (run <= longestRun) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char classOf(char c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isLowerCase(c)) {
            return 'x';
        }
        if (Character.isDigit(c)) {
            return 'd';
        }
        if (Character.isLetter(c)) {
            return 'l';
        }
        return Character.isSurrogate(c) ? 'e' : c;
    }
}
