// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

/**
 * A post's text within its limits, and the two ways of counting in it.
 *
 * <p>Java counts UTF-16 units; everything that leaves this module counts Unicode code points. Lone
 * surrogates, control and format characters (among them the right-to-left overrides) are replaced
 * by one blank or replacement character each, so that every offset in {@link #clean()} is also an
 * offset in {@link #raw()}.
 */
public final class PostText {

    /** Longest text that is analysed, in code points; what follows is ignored. */
    public static final int MAX_CODE_POINTS = 10_000;

    private static final char REPLACEMENT = '\uFFFD';

    private final String raw;
    private final String clean;
    private final int[] codePoints;

    private PostText(String raw, String clean, int[] codePoints) {
        this.raw = raw;
        this.clean = clean;
        this.codePoints = codePoints;
    }

    /** Takes any string, however odd, and never fails. */
    public static PostText of(String text) {
        String raw = cut(text);
        int length = raw.length();
        char[] clean = new char[length];
        int[] offsets = new int[length + 1];
        int count = 0;
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            offsets[i] = count;
            if (Character.isHighSurrogate(c)
                    && i + 1 < length
                    && Character.isLowSurrogate(raw.charAt(i + 1))) {
                clean[i] = c;
                i++;
                clean[i] = raw.charAt(i);
                // An offset inside a pair belongs to the character that the pair spells.
                offsets[i] = count;
            } else {
                clean[i] = sane(c);
            }
            count++;
        }
        offsets[length] = count;
        return new PostText(raw, new String(clean), offsets);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CODE_POINTS) {
            return text;
        }
        int end = 0;
        for (int i = 0; i < MAX_CODE_POINTS && end < text.length(); i++) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end);
    }

    private static char sane(char c) {
        if (Character.isSurrogate(c)) {
            return REPLACEMENT;
        }
        if (c == '\u2019' || c == '\u02BC') {
            return '\'';
        }
        int type = Character.getType(c);
        boolean invisible =
                type == Character.CONTROL
                        || (type == Character.FORMAT && c != '\u200D')
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || type == Character.SPACE_SEPARATOR;
        if (invisible) {
            return c == '\n' ? '\n' : ' ';
        }
        return c;
    }

    /** The text as given, cut to {@link #MAX_CODE_POINTS}. */
    public String raw() {
        return raw;
    }

    /** The text with odd characters replaced one by one; same length as {@link #raw()}. */
    public String clean() {
        return clean;
    }

    /** Number of code points before the given UTF-16 offset, 0 to the length inclusive. */
    public int codePointsBefore(int utf16Offset) {
        return codePoints[utf16Offset];
    }

    /** What stands between two UTF-16 offsets, as written. */
    public String slice(int utf16Start, int utf16End) {
        return raw.substring(utf16Start, utf16End);
    }
}
