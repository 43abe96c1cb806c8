// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

/** Classes of code points that identifiers are made of, in a text that is folded. */
final class Characters {

    private Characters() {}

    static boolean isAt(int c) {
        return c == '@';
    }

    static boolean isDot(int c) {
        // The ideographic full stop stands in host names too.
        return c == '.' || c == '\u3002';
    }

    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || isMark(c);
    }

    /** Whether the code point may stand inside a handle, an e-mail address or a host name. */
    static boolean isAddress(int c) {
        return isWord(c) || isAt(c) || isDot(c) || c == '-' || c == '+' || c == '%';
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether a link ends before this code point. */
    static boolean endsLink(int c) {
        return isSpace(c)
                || Character.isISOControl(c)
                || c == '<'
                || c == '>'
                || c == '"'
                || c == '\u201C'
                || c == '\u201D';
    }

    /** Punctuation that belongs to the sentence, not to the link before it. */
    static boolean isTrailing(int c) {
        return ".,;:!?)]}'\u2019\u2026".indexOf(c) >= 0;
    }

    /** What people write between the groups of a phone number. */
    static boolean isPhoneSeparator(int c) {
        int type = Character.getType(c);
        return type == Character.SPACE_SEPARATOR
                || type == Character.DASH_PUNCTUATION
                || isDot(c)
                || c == '/'
                || c == '\u00B7';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
