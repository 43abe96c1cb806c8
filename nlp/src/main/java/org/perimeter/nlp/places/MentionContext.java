// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;
import org.perimeter.policy.model.EntityType;

import java.util.List;
import java.util.Set;

/**
 * How a possible name of a place stands in its post.
 *
 * @param name its normalised words joined by blanks
 * @param words number of tokens in it
 * @param hashtag whether it is a whole hashtag
 * @param capitalized whether it is written like a name, in a post that tells names from words
 * @param sentenceInitial whether the sentence begins with it, where everything is capitalised
 * @param located whether a word before it says that a place follows ({@code in}, {@code near})
 * @param definite whether {@code the} stands right before it
 * @param agency whether a word after it makes it the seat of an agency ({@code Oakland Police})
 * @param entity what the entity recogniser calls the words; null when nothing
 */
record MentionContext(
        String name,
        int words,
        boolean hashtag,
        boolean capitalized,
        boolean sentenceInitial,
        boolean located,
        boolean definite,
        boolean agency,
        @Nullable EntityType entity) {

    private static final Set<String> LOCATING =
            Set.of(
                    "in",
                    "at",
                    "near",
                    "from",
                    "to",
                    "outside",
                    "around",
                    "across",
                    "downtown",
                    "throughout",
                    "via",
                    "toward",
                    "towards",
                    "leaving",
                    "visiting",
                    "inside",
                    "north",
                    "south",
                    "east",
                    "west",
                    "over",
                    "en",
                    "desde",
                    "cerca");

    private static final Set<String> AGENCY =
            Set.of(
                    "police",
                    "pd",
                    "fire",
                    "fd",
                    "sheriff",
                    "sheriffs",
                    "county",
                    "city",
                    "airport");

    static MentionContext of(List<Token> tokens, int first, int last, @Nullable EntityType entity) {
        Token start = tokens.get(first);
        boolean capitalized = true;
        StringBuilder name = new StringBuilder();
        for (int i = first; i <= last; i++) {
            Token token = tokens.get(i);
            if (token.wordLike() || token.kind() == TokenKind.HASHTAG) {
                name.append(name.length() == 0 ? "" : " ").append(token.nameWord());
                capitalized &= token.capitalized() || token.kind() == TokenKind.NUMBER;
            }
        }
        boolean shouted = shouted(tokens);
        String before = first == 0 ? "" : tokens.get(first - 1).norm();
        boolean definite = before.equals("the");
        String leading = definite && first > 1 ? tokens.get(first - 2).norm() : before;
        String after = last + 1 < tokens.size() ? tokens.get(last + 1).norm() : "";
        return new MentionContext(
                name.toString(),
                last - first + 1,
                start.kind() == TokenKind.HASHTAG,
                capitalized && !shouted,
                first == 0 || tokens.get(first - 1).endsSentence(),
                LOCATING.contains(leading),
                definite,
                AGENCY.contains(after),
                entity);
    }

    /** Whether the post is written in capitals throughout, so that they tell nothing. */
    private static boolean shouted(List<Token> tokens) {
        int words = 0;
        int caps = 0;
        for (Token token : tokens) {
            if (token.kind() == TokenKind.WORD && token.surface().length() > 1) {
                words++;
                caps += token.capitalized() ? 1 : 0;
            }
        }
        return words >= 4 && caps * 10 >= words * 9;
    }

    /** Whether its capital is one that only a name would have. */
    boolean writtenAsName() {
        return capitalized && !sentenceInitial;
    }
}
