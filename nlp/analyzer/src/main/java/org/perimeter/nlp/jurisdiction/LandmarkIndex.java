// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.jurisdiction.name.NameTrie;
import org.perimeter.nlp.jurisdiction.name.NameWords;
import org.perimeter.nlp.jurisdiction.name.PartialNames;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.name.ShortNames;
import org.perimeter.nlp.triage.TokenKind;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Landmarks and districts under their names, the usual parts of them, and their initials. */
final class LandmarkIndex {

    /** Words before a possessive that make it a shop and not somebody's thing. */
    private static final Set<String> SHOP_BEFORE =
            Set.of("the", "at", "in", "inside", "outside", "by", "near", "from", "behind");

    private static final Set<String> ARTICLES =
            Set.of("the", "that", "this", "these", "el", "la", "los", "las", "del", "al", "ese");

    /** After these a capital makes a name of an ordinary word. */
    private static final Set<String> NAME_BEFORE =
            Set.of("the", "at", "from", "in", "into", "outside", "near", "to", "en");

    private static final Set<String> PLACING =
            Set.of(
                    "at",
                    "in",
                    "near",
                    "from",
                    "to",
                    "outside",
                    "inside",
                    "behind",
                    "by",
                    "of",
                    "into",
                    "through",
                    "past",
                    "opposite",
                    "off",
                    "beside",
                    "around",
                    "over",
                    "across",
                    "toward",
                    "towards",
                    "on",
                    "en",
                    "de",
                    "del",
                    "por",
                    "desde",
                    "hacia",
                    "frente",
                    "al");

    private static final double ONE_PLACE_METERS = 400;

    /** So many ordinary words in a row are a name. */
    private static final int CLEAR_WORDS = 3;

    private final NameWords words;
    private final KindHints hints = KindHints.load();
    private final NameTrie<Landmark> names = new NameTrie<>();
    private final NameTrie<Landmark> parts = new NameTrie<>();
    private final NameTrie<Landmark> shortNames = new NameTrie<>();
    private final NameTrie<Landmark> kinds = new NameTrie<>();
    private final Acronyms acronyms;

    LandmarkIndex(NameWords words) {
        this.words = words;
        this.acronyms = new Acronyms(words);
    }

    void add(List<String> name, Landmark landmark) {
        names.put(name, landmark);
        if (name.size() == 2 && name.get(0).equals("the") && !words.allPlain(name)) {
            names.put(name.subList(1, 2), landmark);
        }
        if (landmark.owned() && !name.isEmpty()) {
            List<String> run = new ArrayList<>(name);
            run.set(run.size() - 1, run.get(run.size() - 1) + "s");
            names.put(run, landmark);
        }
    }

    void addParts(List<String> name, PartialNames partial, Landmark landmark) {
        partial.of(name).forEach(part -> parts.put(part, landmark));
        acronyms.add(name, landmark);
    }

    void addShort(List<String> name, ShortNames shorter, Landmark landmark) {
        shorter.of(name, landmark.kind()).forEach(form -> shortNames.put(form, landmark));
        shorter.kinds(name, landmark.kind()).forEach(form -> kinds.put(form, landmark));
    }

    /** What stands for a landmark only around a live incident; nothing but {@code nearby}. */
    List<LocalMatch> findShort(PostWords post) {
        List<LocalMatch> matches = new ArrayList<>();
        for (int i = 0; i < post.size(); i++) {
            if (!post.token(i).wordLike()) {
                continue;
            }
            NameTrie.@Nullable Found<Landmark> found = shortNames.longestFrom(post, i);
            List<Landmark> hinted = found == null ? List.of() : hints.choose(post, found.things());
            if (found == null || (found.last() == i && hinted.isEmpty() && !named(post, i))) {
                found = kinds.longestFrom(post, i);
                found = found != null && isKind(post, i, found) ? found : null;
                if (found != null) {
                    matches.add(nearby(i, found.last(), found.things(), Wording.PART));
                }
            } else {
                Wording wording =
                        !hinted.isEmpty() || placed(post, i, found.last())
                                ? Wording.PART
                                : Wording.BARE;
                matches.add(
                        nearby(
                                i,
                                found.last(),
                                hinted.isEmpty() ? found.things() : hinted,
                                wording));
            }
        }
        return matches;
    }

    /** An ordinary word is a name only as {@code the General}. */
    private boolean named(PostWords post, int i) {
        return !words.allPlain(post.words(i, i))
                || (NAME_BEFORE.contains(post.norm(i - 1)) && post.token(i).capitalized());
    }

    /** The only one of its kind: {@code the library}, {@code convention center}. */
    private static boolean isKind(PostWords post, int i, NameTrie.Found<Landmark> found) {
        boolean begins = i == 0 || post.token(i - 1).endsSentence();
        return (found.last() > i || begins || ARTICLES.contains(post.norm(i - 1)))
                && isOne(found.things());
    }

    private static boolean isOne(List<Landmark> landmarks) {
        return landmarks.stream()
                .map(l -> l.place().point())
                .allMatch(
                        p ->
                                EarthDistance.meters(p, landmarks.get(0).place().point())
                                        < ONE_PLACE_METERS);
    }

    /** Whether it stands where a place does: behind a preposition, or before or after all else. */
    private static boolean placed(PostWords post, int first, int last) {
        return first == 0
                || last + 1 == post.size()
                || post.token(first - 1).endsSentence()
                || post.token(last + 1).endsSentence()
                || PLACING.contains(post.norm(first - 1))
                || (ARTICLES.contains(post.norm(first - 1))
                        && PLACING.contains(post.norm(first - 2)));
    }

    private static LocalMatch nearby(
            int first, int last, List<Landmark> landmarks, Wording wording) {
        return new LocalMatch(
                first, last, List.of(), wording, landmarks.stream().map(Landmark::place).toList());
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
                matches.add(whole(post, i, whole));
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

    /** A quarter that shares its name with a school is the quarter, unless the post says school. */
    private LocalMatch whole(PostWords post, int i, NameTrie.Found<Landmark> found) {
        LocalMatch match = match(i, found, wording(post, i, found));
        if (found.things().get(0).place().precision() == PlacePrecision.NEIGHBOURHOOD) {
            int own = ARTICLES.contains(post.norm(i)) && found.last() > i ? i + 1 : i;
            NameTrie.@Nullable Found<Landmark> head = shortNames.longestFrom(post, own);
            return head == null || head.last() != found.last()
                    ? match
                    : match.withNearby(
                            hints.choose(post, head.things()).stream()
                                    .map(Landmark::place)
                                    .toList());
        }
        boolean bare = match.wording() == Wording.BARE;
        boolean owned =
                found.things().stream().allMatch(Landmark::owned)
                        && post.token(found.last()).capitalized();
        return bare || owned ? match.withNearby(match.places()) : match;
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
