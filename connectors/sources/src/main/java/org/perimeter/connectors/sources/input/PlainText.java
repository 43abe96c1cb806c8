// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.input;

import org.perimeter.policy.model.decision.DeadLetterReason;

import java.text.Normalizer;

/**
 * Plain text as the rest of the house may rely on it: Unicode NFC, no lone surrogates, no control
 * characters but line breaks and tabs, trimmed.
 */
public final class PlainText {

    /** Longest text of one post in chars; what is longer is no post but a document. */
    public static final int MAX_TEXT = 32 * 1024;

    private static final int MAX_ID = 2048;
    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /**
     * Cleans a text.
     *
     * @throws RefusedInput TOO_LARGE when it is longer than {@link #MAX_TEXT}
     */
    public static String clean(String raw) throws RefusedInput {
        if (raw.length() > MAX_TEXT) {
            throw new RefusedInput(DeadLetterReason.TOO_LARGE);
        }
        String text = Normalizer.normalize(withoutBrokenChars(raw), Normalizer.Form.NFC).strip();
        // Normalising lengthens some characters threefold.
        if (text.length() > MAX_TEXT) {
            throw new RefusedInput(DeadLetterReason.TOO_LARGE);
        }
        return text;
    }

    /**
     * Whether the value can serve as a key: not empty, at most 2048 chars, no spaces, controls or
     * lone surrogates.
     */
    public static boolean isId(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_ID
                && value.codePoints()
                        .noneMatch(
                                c ->
                                        Character.isWhitespace(c)
                                                || Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE);
    }

    private static String withoutBrokenChars(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n")
                .codePoints()
                .forEach(
                        c -> {
                            if (c == '\r') {
                                clean.append('\n');
                            } else if (Character.getType(c) == Character.SURROGATE) {
                                clean.append(REPLACEMENT);
                            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                                clean.appendCodePoint(c);
                            }
                        });
        return clean.toString();
    }
}
