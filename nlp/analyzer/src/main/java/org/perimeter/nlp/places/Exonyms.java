// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.gazetteer.Gazetteer;
import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spanish names of places that the gazetteer knows by another name: {@code Nueva York}. */
final class Exonyms {

    private static final String RESOURCE = "/org/perimeter/nlp/places/exonyms-es.txt";
    private static final int LONGEST = 3;

    private final Map<String, List<GazetteerPlace>> places = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();

    private Exonyms() {}

    static Exonyms load(Gazetteer gazetteer) {
        Exonyms exonyms = new Exonyms();
        PostTokenizer tokenizer = new PostTokenizer();
        for (String line : LineResource.read(RESOURCE)) {
            String[] names = line.split(";", -1);
            List<GazetteerPlace> places = gazetteer.named(names[0]);
            if (places.isEmpty()) {
                throw new IllegalStateException("the gazetteer lacks " + names[0]);
            }
            for (int i = 1; i < names.length; i++) {
                List<Token> name = tokenizer.tokenize(PostText.of(names[i]));
                exonyms.places.put(key(name, 0, name.size()), places);
                exonyms.firstWords.add(name.get(0).norm());
            }
        }
        return exonyms;
    }

    /** The matches with those of Spanish names among them, which win over shorter ones. */
    List<NameMatch> withExonyms(List<Token> tokens, List<NameMatch> matches) {
        List<NameMatch> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            NameMatch match = longestFrom(tokens, i);
            if (match != null) {
                found.add(match);
                i = match.lastToken();
            }
        }
        if (found.isEmpty()) {
            return matches;
        }
        List<NameMatch> all = new ArrayList<>(found);
        for (NameMatch match : matches) {
            if (found.stream().noneMatch(spanish -> overlap(spanish, match))) {
                all.add(match);
            }
        }
        all.sort(Comparator.comparingInt(NameMatch::firstToken));
        return all;
    }

    private @Nullable NameMatch longestFrom(List<Token> tokens, int first) {
        Token start = tokens.get(first);
        if (!start.capitalized() || !firstWords.contains(start.norm())) {
            return null;
        }
        for (int last = Math.min(first + LONGEST, tokens.size()) - 1; last >= first; last--) {
            List<GazetteerPlace> named = places.get(key(tokens, first, last + 1));
            if (named != null && tokens.get(last).capitalized()) {
                return new NameMatch(first, last, named);
            }
        }
        return null;
    }

    private static boolean overlap(NameMatch a, NameMatch b) {
        return a.firstToken() <= b.lastToken() && b.firstToken() <= a.lastToken();
    }

    private static String key(List<Token> tokens, int from, int to) {
        StringBuilder key = new StringBuilder();
        for (Token token : tokens.subList(from, to)) {
            key.append(key.isEmpty() ? "" : " ").append(token.wordLike() ? token.norm() : "\n");
        }
        return key.toString();
    }
}
