// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EntityType;

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
 * @param capitals whether it is written in capitals, in a post that is not
 * @param postal whether it stands where a postal code does: {@code ME 04401}, {@code zip 04401}
 * @param borne whether a title or a storm stands before it
 * @param possessive whether it ends in {@code 's}
 * @param kin whether it is a possessive before a person, an animal or what only persons have
 * @param agency whether a word after it makes it the seat of an agency or an office ({@code Oakland
 *     Police}, {@code Oakland Mayor})
 * @param institution whether it is part of the name of a public body
 * @param entity what the entity recogniser calls the words; null when nothing
 * @param alone whether that entity is these words and no more
 */
record MentionContext(
        String name,
        int words,
        boolean hashtag,
        boolean capitalized,
        boolean sentenceInitial,
        boolean located,
        boolean definite,
        boolean capitals,
        boolean postal,
        boolean borne,
        boolean possessive,
        boolean kin,
        boolean agency,
        boolean institution,
        @Nullable EntityType entity,
        boolean alone) {

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

    /** Words before a name that make it a person's or a storm's. */
    private static final Set<String> BEARING =
            Set.of(
                    "hurricane",
                    "typhoon",
                    "cyclone",
                    "storm",
                    "mr",
                    "mrs",
                    "ms",
                    "dr",
                    "senator",
                    "sen",
                    "rep",
                    "president",
                    "coach",
                    "officer",
                    "sheriff",
                    "judge",
                    "miss");

    /** What only persons have: {@code Jackson's mom}. */
    private static final Set<String> KIN =
            Set.of(
                    "mom",
                    "mum",
                    "mother",
                    "dad",
                    "father",
                    "son",
                    "daughter",
                    "brother",
                    "sister",
                    "wife",
                    "husband",
                    "aunt",
                    "uncle",
                    "cousin",
                    "grandma",
                    "grandpa",
                    "nana",
                    "nan",
                    "niece",
                    "nephew",
                    "kid",
                    "kids",
                    "baby",
                    "boyfriend",
                    "girlfriend",
                    "friend",
                    "friends",
                    "roommate",
                    "boss",
                    "dog",
                    "cat",
                    "puppy",
                    "birthday",
                    "phone",
                    "car",
                    "truck",
                    "bike",
                    "voice",
                    "face",
                    "room");

    private static final Set<String> POSTAL = Set.of("zip", "zipcode");

    private static final Set<String> AGENCY =
            Set.of(
                    "police",
                    "pd",
                    "fire",
                    "fd",
                    "sheriff",
                    "sheriffs",
                    "county",
                    "counties",
                    "city",
                    "township",
                    "twp",
                    "district",
                    "mayor",
                    "governor",
                    "council",
                    "airport",
                    "resident",
                    "residents");

    /** What a place is called before {@code of}: {@code the city of Lansing}. */
    private static final Set<String> OF_PLACES =
            Set.of(
                    "bank",
                    "city",
                    "town",
                    "village",
                    "county",
                    "district",
                    "state",
                    "province",
                    "region",
                    "republic",
                    "island",
                    "islands",
                    "coast",
                    "people",
                    "part",
                    "parts",
                    "university",
                    "municipality",
                    "outskirts",
                    "suburb",
                    "north",
                    "south",
                    "east",
                    "west",
                    "northeast",
                    "northwest",
                    "southeast",
                    "southwest");

    static MentionContext of(List<Token> tokens, int first, int last, EntityLookup entities) {
        EntityMention entity = entities.at(first, last);
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
        boolean of = before.equals("of") && first > 1;
        String after = last + 1 < tokens.size() ? tokens.get(last + 1).norm() : "";
        return new MentionContext(
                name.toString(),
                last - first + 1,
                start.kind() == TokenKind.HASHTAG,
                capitalized && !shouted,
                first == 0 || tokens.get(first - 1).endsSentence(),
                LOCATING.contains(leading)
                        || (of && OF_PLACES.contains(tokens.get(first - 2).norm())),
                definite,
                start.allCaps() && !shouted,
                POSTAL.contains(before) || stateCode(tokens, first),
                BEARING.contains(before),
                tokens.get(last).surface().endsWith("'s"),
                tokens.get(last).surface().endsWith("'s") && KIN.contains(after),
                AGENCY.contains(after),
                entity != null
                        && entity.type() != EntityType.LOCATION
                        && Institution.isNamedBy(entity),
                entity == null ? null : entity.type(),
                entity != null && entities.isAlone(entity, first, last));
    }

    private static boolean stateCode(List<Token> tokens, int first) {
        return first > 0
                && tokens.get(first - 1).allCaps()
                && tokens.get(first - 1).surface().length() == 2;
    }

    /** Whether the post is written in capitals throughout, so that they tell nothing. */
    static boolean shouted(List<Token> tokens) {
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

    /** Whether its capitals are such as only a name would have. */
    boolean writtenAsName() {
        return capitalized && (!sentenceInitial || words > 1);
    }
}
