// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

import java.text.Normalizer;

/**
 * Letters and digits in costume, read as the plain ones that people mean by them: fullwidth,
 * mathematical (bold, script, fraktur, double-struck, monospace), circled, squared and in
 * parentheses, small capitals, and plain ones with circles laid over them.
 */
final class StyledLetters {

    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\0ʏᴢ";
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz";

    private StyledLetters() {}

    /** Whether the character is a letter or digit in costume. */
    static boolean isStyled(int c) {
        return c >= 0x250 && plain(c) != c;
    }

    /** Whether the character is laid over the one before it and changes nothing of it. */
    static boolean isOverlay(int c) {
        return c >= 0x20D0 && c <= 0x20FF;
    }

    /** The text in plain letters; the same text when it has no other ones. */
    static String plain(String text) {
        if (text.codePoints().noneMatch(c -> isStyled(c) || isOverlay(c))) {
            return text;
        }
        // What a letter and a mark make up together is a letter of some language.
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder plain = new StringBuilder(composed.length());
        composed.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && !isOverlay(c))
                .forEach(c -> plain.appendCodePoint(plain(c)));
        return plain.isEmpty() ? text : plain.toString();
    }

    private static int plain(int c) {
        if (c >= 0x1F150 && c <= 0x1F169) {
            return 'A' + c - 0x1F150;
        }
        if (c >= 0x1F170 && c <= 0x1F189) {
            return 'A' + c - 0x1F170;
        }
        int small = SMALL_CAPITALS.indexOf(c);
        if (small >= 0 && c != 0) {
            return PLAIN.charAt(small);
        }
        if (!isCostume(c)) {
            return c;
        }
        String decomposed = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        int[] letters = decomposed.codePoints().filter(Character::isLetterOrDigit).toArray();
        return letters.length == 1 ? letters[0] : c;
    }

    private static boolean isCostume(int c) {
        return (c >= 0x1D400 && c <= 0x1D7FF)
                || (c >= 0xFF10 && c <= 0xFF5A)
                || (c >= 0x2102 && c <= 0x2149 && Character.isLetter(c))
                || (c >= 0x2460 && c <= 0x24EA)
                || (c >= 0x1F110 && c <= 0x1F149);
    }
}
