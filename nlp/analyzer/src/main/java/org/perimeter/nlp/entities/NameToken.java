// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.triage.TokenKind;

/**
 * A token as the name models see it: a possessive or contracted ending is a token of its own,
 * handles and links are masked.
 *
 * @param kind what it is made of
 * @param start UTF-16 offset of its first character; of a hashtag, after the sign
 * @param end UTF-16 offset after its last character
 * @param text its characters; one and the same text for all handles, another for all links
 * @param source index of the post's token it was cut from; -1 for an ending
 * @param afterBreak whether a line break stands before it
 */
public record NameToken(
        TokenKind kind, int start, int end, String text, int source, boolean afterBreak) {}
