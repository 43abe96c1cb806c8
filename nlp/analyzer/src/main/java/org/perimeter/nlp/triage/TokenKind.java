// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

/** What a token is made of. */
public enum TokenKind {
    WORD,
    NUMBER,
    HASHTAG,
    MENTION,
    URL,
    EMOJI,
    PUNCTUATION,
    /** A line break: ends a sentence. */
    BREAK
}
