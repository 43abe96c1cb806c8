// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.gazetteer.Gazetteer;
import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.gazetteer.PlaceKind;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * States of the United States by their abbreviations: {@code TX}, {@code Bangor, ME}, {@code Akron,
 * Ill.}, {@code N.C.}. A code that is also a word counts only behind the name of a place.
 */
final class StateCodes {

    private static final String RESOURCE = "/org/perimeter/nlp/places/state-codes.txt";

    private final Map<String, GazetteerPlace> codes = new HashMap<>();
    private final Map<String, GazetteerPlace> abbreviations = new HashMap<>();
    private final Set<String> sure = new HashSet<>();

    private StateCodes() {}

    static StateCodes load(Gazetteer gazetteer) {
        StateCodes states = new StateCodes();
        for (String line : LineResource.read(RESOURCE)) {
            states.add(line.split(" ", -1), gazetteer);
        }
        return states;
    }

    private void add(String[] parts, Gazetteer gazetteer) {
        GazetteerPlace state =
                gazetteer.named(parts[2].replace('-', ' ')).stream()
                        .filter(p -> p.kind() == PlaceKind.STATE)
                        .filter(p -> p.admin1().equals("US." + parts[0]))
                        .findFirst()
                        .orElse(null);
        if (state == null) {
            throw new IllegalStateException("the gazetteer lacks the state " + parts[0]);
        }
        codes.put(parts[0], state);
        abbreviations.put(parts[0].toLowerCase(Locale.ROOT), state);
        for (int i = 3; i < parts.length; i++) {
            abbreviations.put(parts[i], state);
        }
        if (parts[1].equals("sure")) {
            sure.add(parts[0]);
        }
    }

    /** The matches with the abbreviated states among them, in text order. */
    List<NameMatch> withStates(List<Token> tokens, List<NameMatch> matches) {
        boolean shouted = MentionContext.shouted(tokens);
        Map<Integer, NameMatch> added = new HashMap<>();
        Set<Integer> ends = new HashSet<>();
        matches.forEach(match -> ends.add(match.lastToken()));
        for (int i = 0; i < tokens.size(); i++) {
            boolean behind = isBehind(tokens, i, ends);
            GazetteerPlace state = state(tokens, i, behind, shouted);
            if (state != null) {
                added.put(i, new NameMatch(i, i, List.of(state)));
            }
        }
        if (added.isEmpty()) {
            return matches;
        }
        List<NameMatch> all = new ArrayList<>();
        int from = 0;
        for (NameMatch match : matches) {
            for (int i = from; i < match.firstToken(); i++) {
                addIfThere(added.get(i), all);
            }
            boolean replaced =
                    match.firstToken() == match.lastToken()
                            && added.containsKey(match.firstToken());
            all.add(replaced ? added.getOrDefault(match.firstToken(), match) : match);
            from = match.lastToken() + 1;
        }
        for (int i = from; i < tokens.size(); i++) {
            addIfThere(added.get(i), all);
        }
        return all;
    }

    private static void addIfThere(@Nullable NameMatch match, List<NameMatch> into) {
        if (match != null) {
            into.add(match);
        }
    }

    private @Nullable GazetteerPlace state(
            List<Token> tokens, int i, boolean behind, boolean shouted) {
        Token token = tokens.get(i);
        if (token.kind() != TokenKind.WORD || !token.capitalized()) {
            return null;
        }
        GazetteerPlace code = codes.get(token.surface());
        if (code != null) {
            return (behind && (comma(tokens, i) || ends(tokens, i)))
                            || (sure.contains(token.surface()) && !shouted)
                    ? code
                    : null;
        }
        boolean initials = token.surface().indexOf('.') > 0;
        boolean pointed = i + 1 < tokens.size() && isPoint(tokens.get(i + 1), token);
        return (behind && pointed) || (initials && pointed)
                ? abbreviations.get(token.norm())
                : null;
    }

    private static boolean comma(List<Token> tokens, int i) {
        return i > 0 && tokens.get(i - 1).surface().equals(",");
    }

    /** Whether no further word follows: {@code fire in Akron OH}. */
    private static boolean ends(List<Token> tokens, int i) {
        return i + 1 >= tokens.size() || !tokens.get(i + 1).wordLike();
    }

    private static boolean isPoint(Token next, Token token) {
        return next.surface().equals(".") && next.start() == token.end();
    }

    private static boolean isBehind(List<Token> tokens, int i, Set<Integer> ends) {
        return ends.contains(comma(tokens, i) ? i - 2 : i - 1);
    }

    /** Whether a match is one that was added here. */
    boolean isState(List<Token> tokens, NameMatch match) {
        return match.firstToken() == match.lastToken()
                && match.places().size() == 1
                && match.places().get(0).equals(byAnyForm(tokens.get(match.firstToken())));
    }

    private @Nullable GazetteerPlace byAnyForm(Token token) {
        GazetteerPlace code = codes.get(token.surface());
        return code == null && token.capitalized() ? abbreviations.get(token.norm()) : code;
    }
}
