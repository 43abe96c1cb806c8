// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.word;

import org.perimeter.nlp.entities.crf.FeatureKey;
import org.perimeter.nlp.triage.TokenKind;

import java.util.Locale;

/** All that is to be known of a word wherever it stands. Immutable. */
public final class WordType {

    /** Stands for the places before and after a post. */
    public static final WordType EDGE = new WordType();

    private static final int LONGEST_AFFIX = 4;
    private static final int[] PATH_BITS = {4, 8, 12};

    public final long word;
    public final long norm;
    public final long shape;
    public final long brief;
    public final long news;
    public final int names;

    /** Prefixes of 4, 8 and 12 bits of the social path, then all of it. */
    public final long[] paths;

    /** Prefixes and suffixes of 1 to 4 letters, in turn. */
    public final long[] affixes;

    /** 0 for no letter, 1 small, 2 capitalised, 3 all capitals. */
    final int capitals;

    private WordType() {
        word = norm = shape = brief = FeatureKey.of("<edge>");
        news = -1;
        names = 0;
        paths = new long[] {-1, -1, -1, -1};
        affixes = new long[0];
        capitals = 0;
    }

    public WordType(TokenKind kind, String text, WordClasses classes) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean masked = kind == TokenKind.MENTION || kind == TokenKind.URL;
        String sign = kind == TokenKind.HASHTAG ? "#" : "";
        word = FeatureKey.of(sign + text);
        norm = FeatureKey.of(digitsAlike(lower));
        shape = FeatureKey.of(masked ? lower : sign + WordShape.full(text));
        String briefly = WordShape.brief(text);
        brief = FeatureKey.of(masked ? lower : sign + briefly);
        news = masked ? 0 : classes.newsClass(lower);
        names = masked ? 0 : classes.names(lower);
        paths = masked ? new long[4] : paths(sign, lower, classes);
        affixes = masked ? new long[0] : affixes(lower);
        capitals = masked ? 0 : capitals(briefly, text.length());
    }

    private static long[] paths(String sign, String lower, WordClasses classes) {
        int path = sign.isEmpty() ? 0 : classes.socialPath(sign + lower);
        if (path == 0) {
            path = classes.socialPath(lower);
        }
        long[] paths = new long[PATH_BITS.length + 1];
        int length = 31 - Integer.numberOfLeadingZeros(path | 1);
        for (int i = 0; i < PATH_BITS.length; i++) {
            paths[i] = path >> Math.max(0, length - PATH_BITS[i]);
        }
        paths[PATH_BITS.length] = path;
        return paths;
    }

    private static long[] affixes(String lower) {
        int length = lower.length();
        int most = Math.min(LONGEST_AFFIX, length - 1);
        long[] affixes = new long[2 * Math.max(0, most)];
        for (int k = 1; k <= most; k++) {
            affixes[2 * k - 2] = FeatureKey.of(lower, 0, k);
            affixes[2 * k - 1] = FeatureKey.of(lower, length - k, length);
        }
        return affixes;
    }

    private static int capitals(String brief, int length) {
        if (brief.isEmpty() || (brief.charAt(0) != 'X' && brief.charAt(0) != 'x')) {
            return 0;
        }
        if (brief.charAt(0) == 'x') {
            return 1;
        }
        return length > 1 && brief.equals("X") ? 3 : 2;
    }

    private static String digitsAlike(String lower) {
        StringBuilder out = null;
        for (int i = 0; i < lower.length(); i++) {
            if (Character.isDigit(lower.charAt(i))) {
                if (out == null) {
                    out = new StringBuilder(lower);
                }
                out.setCharAt(i, '0');
            }
        }
        return out == null ? lower : out.toString();
    }
}
