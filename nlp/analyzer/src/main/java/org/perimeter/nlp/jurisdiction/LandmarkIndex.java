// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.jurisdiction.name.NameTrie;
import org.perimeter.nlp.jurisdiction.name.NameWords;
import org.perimeter.nlp.jurisdiction.name.PartialNames;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Landmarks and districts under their names, the usual parts of them, and their initials. */
final class LandmarkIndex {

    /** Words before a possessive that make it a shop and not somebody's thing. */
    private static final Set<String> SHOP_BEFORE =
            Set.of("the", "at", "in", "inside", "outside", "by", "near", "from", "behind");

    /** So many ordinary words in a row are a name. */
    private static final int CLEAR_WORDS = 3;

    private final NameWords words;
    private final NameTrie<Landmark> names = new NameTrie<>();
    private final NameTrie<Landmark> parts = new NameTrie<>();
    private final Acronyms acronyms;

    LandmarkIndex(NameWords words) {
        this.words = words;
        this.acronyms = new Acronyms(words);
    }

    void add(List<String> name, Landmark landmark) {
        names.put(name, landmark);
    }

    void addParts(List<String> name, PartialNames partial, Landmark landmark) {
        partial.of(name).forEach(part -> parts.put(part, landmark));
        acronyms.add(name, landmark);
    }

    List<LocalMatch> find(PostWords post) {
        List<LocalMatch> matches = new ArrayList<>(acronyms.find(post));
        for (int i = 0; i < post.size(); i++) {
            NameTrie.@Nullable Found<Landmark> whole = names.longestFrom(post, i);
            NameTrie.@Nullable Found<Landmark> part = parts.longestFrom(post, i);
            boolean longer = part != null && (whole == null || part.last() > whole.last());
            if (longer && part != null) {
                matches.add(match(i, part, partWording(post, i, part.last())));
            } else if (whole != null) {
                matches.add(match(i, whole, wording(post, i, whole)));
            } else {
                addUncertain(post, i, matches);
            }
        }
        return matches;
    }

    /** Names run together, or with a slip; only those of several words. */
    private void addUncertain(PostWords post, int i, List<LocalMatch> matches) {
        NameTrie.@Nullable Found<Landmark> joined = names.joinedFrom(post, i);
        NameTrie.@Nullable Found<Landmark> corrected =
                joined == null ? names.longestCorrectedFrom(post, i) : null;
        if (joined != null) {
            matches.add(match(i, joined, Wording.PART));
        } else if (corrected != null && corrected.corrected() && corrected.last() > i) {
            matches.add(match(i, corrected, Wording.PART));
        }
    }

    private static LocalMatch match(int first, NameTrie.Found<Landmark> found, Wording wording) {
        List<LocalPlace> places = found.things().stream().map(Landmark::place).toList();
        return new LocalMatch(first, found.last(), places, wording);
    }

    private Wording wording(PostWords post, int i, NameTrie.Found<Landmark> found) {
        if (post.token(i).kind() == TokenKind.HASHTAG) {
            return Wording.CLEAR;
        }
        List<String> name = post.words(i, found.last());
        if (words.allPlain(name) && name.size() < CLEAR_WORDS) {
            boolean named = name.size() > 1 && !words.isType(name.get(0));
            return named && words.isType(name.get(name.size() - 1))
                    ? Wording.PART
                    : Wording.ORDINARY;
        }
        boolean shop =
                post.token(found.last()).surface().endsWith("'s")
                        && found.things().stream().allMatch(Landmark::owned)
                        && SHOP_BEFORE.contains(post.norm(i - 1));
        return found.last() > i || shop ? Wording.CLEAR : Wording.BARE;
    }

    private Wording partWording(PostWords post, int first, int last) {
        return words.allPlain(post.words(first, last)) ? Wording.ORDINARY : Wording.PART;
    }
}
