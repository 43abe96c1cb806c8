// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.name.NameWords;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Initials of institutions, {@code EMMC} for Eastern Maine Medical Center; capitals only. */
final class Acronyms {

    private static final Set<String> KINDS =
            Set.of(
                    "hospital",
                    "clinic",
                    "school",
                    "university",
                    "airport",
                    "station",
                    "venue",
                    "stadium",
                    "museum",
                    "government");

    private static final Set<String> SKIPPED = Set.of("of", "the", "and", "for", "at", "in");
    private static final int SHORTEST = 3;

    private final NameWords words;
    private final Map<String, Set<Landmark>> initials = new HashMap<>();

    Acronyms(NameWords words) {
        this.words = words;
    }

    void add(List<String> name, Landmark landmark) {
        StringBuilder letters = new StringBuilder();
        for (String word : name) {
            if (!SKIPPED.contains(word)) {
                letters.append(word.charAt(0));
            }
        }
        boolean fits =
                KINDS.contains(landmark.kind())
                        && letters.length() >= SHORTEST
                        && letters.chars().allMatch(Character::isLetter)
                        && !words.isPlain(letters.toString());
        if (fits) {
            initials.computeIfAbsent(
                            letters.toString().toUpperCase(Locale.ROOT), l -> new LinkedHashSet<>())
                    .add(landmark);
        }
    }

    List<LocalMatch> find(PostWords post) {
        List<LocalMatch> matches = new ArrayList<>();
        for (int i = 0; i < post.size(); i++) {
            Set<Landmark> meant =
                    post.token(i).kind() == TokenKind.WORD
                            ? initials.get(post.token(i).surface())
                            : null;
            if (meant != null) {
                List<LocalPlace> places = meant.stream().map(Landmark::place).toList();
                matches.add(new LocalMatch(i, i, places, Wording.PART, places));
            }
        }
        return matches;
    }
}
