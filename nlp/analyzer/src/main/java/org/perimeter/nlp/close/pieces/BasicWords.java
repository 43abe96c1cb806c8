// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close.pieces;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Cuts a text as BERT does before its word pieces: at blanks, with every punctuation mark and every
 * Han character a word of its own, lower case, without accents and control characters.
 */
final class BasicWords {

    /** Takes the words one by one. */
    @FunctionalInterface
    interface Word {
        /** Says whether more words are wanted. */
        boolean take(String plain, int start, int end);
    }

    private static final int REPLACEMENT = 0xFFFD;

    private final String text;
    private final Word words;
    private final StringBuilder open = new StringBuilder();
    private int start;

    private BasicWords(String text, Word words) {
        this.text = text;
        this.words = words;
    }

    /** Hands over every word with the characters that it came from, until no more are wanted. */
    static void of(String text, Word words) {
        new BasicWords(text, words).cut();
    }

    private void cut() {
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            boolean more = true;
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                more = close(i);
            } else if (isPunctuation(c) || isHan(c)) {
                more = close(i) && add(c, i) && close(next);
            } else if (!isNothing(c)) {
                more = add(c, i);
            }
            if (!more) {
                return;
            }
        }
        close(text.length());
    }

    private boolean add(int c, int at) {
        if (open.isEmpty()) {
            start = at;
        }
        open.appendCodePoint(c);
        return true;
    }

    private boolean close(int end) {
        if (open.isEmpty()) {
            return true;
        }
        String plain = plain(open);
        open.setLength(0);
        return plain.isEmpty() || words.take(plain, start, end);
    }

    private static String plain(CharSequence word) {
        StringBuilder plain = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isNothing(int c) {
        return c == 0
                || c == REPLACEMENT
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED ->
                            true;
                    default -> false;
                };
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x7F) {
            // BERT counts the signs of ASCII in, currency and mathematics too.
            return c > ' ' && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    private static boolean isHan(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
