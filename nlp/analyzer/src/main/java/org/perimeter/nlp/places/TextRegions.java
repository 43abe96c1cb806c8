// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.triage.Token;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The states and countries that a post names, and which name they qualify directly. */
final class TextRegions {

    private final Map<String, Set<NameMatch>> named = new HashMap<>();
    private final Map<NameMatch, String> qualifiers = new HashMap<>();

    TextRegions(List<Token> tokens, List<NameMatch> matches) {
        for (NameMatch match : matches) {
            GazetteerPlace region = region(match);
            if (region != null && tokens.get(match.firstToken()).capitalized()) {
                named.computeIfAbsent(code(region), c -> new HashSet<>()).add(match);
            }
        }
        for (NameMatch match : matches) {
            qualify(tokens, match, matches);
        }
    }

    private void qualify(List<Token> tokens, NameMatch match, List<NameMatch> matches) {
        int next = match.lastToken() + 1;
        boolean comma = next < tokens.size() && tokens.get(next).surface().equals(",");
        int at = comma ? next + 1 : next;
        if (at >= tokens.size()) {
            return;
        }
        for (NameMatch other : matches) {
            GazetteerPlace region = other.firstToken() == at ? region(other) : null;
            if (region != null && (comma || tokens.get(at).capitalized())) {
                qualifiers.put(match, code(region));
            }
        }
    }

    private static @Nullable GazetteerPlace region(NameMatch match) {
        GazetteerPlace top = match.places().get(0);
        return match.places().stream()
                .filter(p -> p.kind().isRegion())
                .filter(p -> p.population() * 3L >= top.population())
                .findFirst()
                .orElse(null);
    }

    private static String code(GazetteerPlace region) {
        return region.admin1().isEmpty() ? region.country() : region.admin1();
    }

    /** Whether the words right after the name put this place where it is: {@code Salem, OR}. */
    boolean qualifies(NameMatch match, GazetteerPlace place) {
        String qualifier = qualifiers.get(match);
        return !place.kind().isRegion()
                && qualifier != null
                && (qualifier.equals(place.admin1()) || qualifier.equals(place.country()));
    }

    /** Whether a state or country directly follows the name. */
    boolean isQualified(NameMatch match) {
        return qualifiers.containsKey(match);
    }

    /** Whether another name in the post is the state of this place. */
    boolean namesStateOf(NameMatch match, GazetteerPlace place) {
        return names(match, place.admin1());
    }

    /** Whether another name in the post is the country of this place. */
    boolean namesCountryOf(NameMatch match, GazetteerPlace place) {
        return names(match, place.country());
    }

    private boolean names(NameMatch match, String code) {
        Set<NameMatch> by = named.getOrDefault(code, Set.of());
        return by.size() > (by.contains(match) ? 1 : 0);
    }
}
