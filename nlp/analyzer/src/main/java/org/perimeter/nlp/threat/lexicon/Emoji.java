// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

/** Brings an emoji into the one form in which rules know it. */
final class Emoji {

    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;
    private static final int VARIATION_SELECTOR = 0xFE0F;

    private Emoji() {}

    /** Without variation selectors and colours of skin. */
    static String plain(String emoji) {
        StringBuilder plain = new StringBuilder(emoji.length());
        emoji.codePoints()
                .filter(c -> c != VARIATION_SELECTOR)
                .filter(c -> c < FIRST_SKIN_TONE || c > LAST_SKIN_TONE)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
