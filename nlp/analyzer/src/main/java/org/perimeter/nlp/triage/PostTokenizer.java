// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a post into tokens in one pass: words, numbers, hashtags, handles, links, emoji and
 * punctuation. Words are in plain letters whatever costume they wear, and stand where they were
 * written. Linear in the length of the text; keeps no state, safe to share.
 */
public final class PostTokenizer {

    private static final int VARIATION_SELECTOR_16 = 0xFE0F;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    /** All tokens in text order; blanks are left out. */
    public List<Token> tokenize(PostText post) {
        String text = post.clean();
        List<Token> tokens = new ArrayList<>(text.length() / 4 + 1);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == '\n') {
                tokens.add(new Token(TokenKind.BREAK, i, i + 1, "\n", ""));
                i++;
            } else if (Character.isWhitespace(c)) {
                i++;
            } else {
                Token token = next(text, i, c);
                tokens.add(token);
                i = token.end();
            }
        }
        return tokens;
    }

    private static Token next(String text, int start, int c) {
        boolean fresh = start == 0 || !isWordPart(text.codePointBefore(start));
        if ((c == '#' || c == '@') && fresh) {
            int end = tagEnd(text, start + 1, c == '@');
            if (end > start + 1) {
                TokenKind kind = c == '#' ? TokenKind.HASHTAG : TokenKind.MENTION;
                String body = StyledLetters.plain(text.substring(start + 1, end));
                return new Token(kind, start, end, body, Normalizer.norm(body));
            }
        }
        if (fresh && startsLink(text, start)) {
            int end = start;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            return new Token(TokenKind.URL, start, end, text.substring(start, end), "");
        }
        if (isWordPart(c)) {
            int end = wordEnd(text, start);
            String surface = StyledLetters.plain(text.substring(start, end));
            TokenKind kind =
                    Character.isDigit(surface.codePointAt(0))
                                    && Character.isDigit(surface.charAt(surface.length() - 1))
                            ? TokenKind.NUMBER
                            : TokenKind.WORD;
            return new Token(kind, start, end, surface, Normalizer.norm(surface));
        }
        if (isEmoji(c)) {
            int end = emojiEnd(text, start);
            return new Token(TokenKind.EMOJI, start, end, text.substring(start, end), "");
        }
        int end = start + Character.charCount(c);
        return new Token(TokenKind.PUNCTUATION, start, end, text.substring(start, end), "");
    }

    private static int tagEnd(String text, int from, boolean handle) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean inner =
                    handle
                            && (c == '.' || c == '-' || c == '@')
                            && end + 1 < text.length()
                            && isWordPart(text.codePointAt(end + 1));
            if (!isWordPart(c) && c != '_' && !inner) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean startsLink(String text, int at) {
        return text.startsWith("http://", at)
                || text.startsWith("https://", at)
                || text.startsWith("www.", at);
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean joined =
                    (c == '\'' || c == '.')
                            && end > start
                            && end + 1 < text.length()
                            && isWordPart(text.codePointAt(end + 1))
                            && (c == '\'' || initials(text, start, end));
            if (!isWordPart(c) && !joined) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Whether the point at {@code end} stands after a single letter, as in {@code U.S.}. */
    private static boolean initials(String text, int start, int end) {
        boolean single = end == start + 1 || text.charAt(end - 2) == '.';
        return single && Character.isLetter(text.charAt(end - 1));
    }

    private static int emojiEnd(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean modifier = c >= 0x1F3FB && c <= 0x1F3FF;
            boolean joinedBefore = text.codePointBefore(end) == ZERO_WIDTH_JOINER && isEmoji(c);
            if (c != VARIATION_SELECTOR_16
                    && c != ZERO_WIDTH_JOINER
                    && !modifier
                    && !joinedBefore) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isWordPart(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || StyledLetters.isStyled(c)
                || (StyledLetters.isOverlay(c) && c != KEYCAP)
                || (type == Character.NON_SPACING_MARK && c != VARIATION_SELECTOR_16)
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isEmoji(int c) {
        return (c >= 0x1F000 && c <= 0x1FAFF)
                || (c >= 0x2600 && c <= 0x27BF)
                || (c >= 0x2190 && c <= 0x21FF)
                || (c >= 0x2B00 && c <= 0x2BFF);
    }
}
