// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

/**
 * One token of a post.
 *
 * @param kind what it is made of
 * @param start UTF-16 offset of its first character
 * @param end UTF-16 offset after its last character
 * @param surface the characters in plain letters; a hashtag or handle without its sign
 * @param norm lower case, without diacritics and apostrophes, long runs of one letter cut to two
 */
public record Token(TokenKind kind, int start, int end, String surface, String norm) {

    /** Whether it begins with an upper-case letter. */
    public boolean capitalized() {
        return !surface.isEmpty() && Character.isUpperCase(surface.charAt(0));
    }

    /** Whether it has at least two letters and all are upper case. */
    public boolean allCaps() {
        return surface.length() > 1
                && surface.chars().noneMatch(Character::isLowerCase)
                && surface.chars().anyMatch(Character::isUpperCase);
    }

    /** Whether it is a word or a number: something a name can be made of. */
    public boolean wordLike() {
        return kind == TokenKind.WORD || kind == TokenKind.NUMBER;
    }

    private boolean possessive() {
        return !norm.isEmpty() && surface.length() > 2 && surface.endsWith("'s");
    }

    /** The normalised word as part of a name: without a possessive ending. */
    public String nameWord() {
        return possessive() ? norm.substring(0, norm.length() - 1) : norm;
    }

    /** UTF-16 offset where a name that ends with this token ends. */
    public int nameEnd() {
        return possessive() ? end - 2 : end;
    }

    /** Whether a sentence ends here. */
    public boolean endsSentence() {
        if (kind == TokenKind.BREAK) {
            return true;
        }
        if (kind != TokenKind.PUNCTUATION) {
            return false;
        }
        char c = surface.charAt(0);
        return c == '.' || c == '!' || c == '?' || c == ';' || c == '…';
    }
}
