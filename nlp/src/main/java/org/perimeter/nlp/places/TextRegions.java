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

    private static final Set<String> STATE_CODES =
            Set.of(
                    ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO"
                                    + " MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT"
                                    + " VA WA WV WI WY")
                            .split(" "));

    private final Set<String> named = new HashSet<>();
    private final Map<NameMatch, String> qualifiers = new HashMap<>();

    TextRegions(List<Token> tokens, List<NameMatch> matches) {
        for (NameMatch match : matches) {
            GazetteerPlace region = region(match);
            if (region != null && tokens.get(match.firstToken()).capitalized()) {
                named.add(code(region));
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
        String surface = tokens.get(at).surface();
        if (STATE_CODES.contains(surface)) {
            qualifiers.put(match, "US." + surface);
            named.add("US." + surface);
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

    boolean namesStateOf(GazetteerPlace place) {
        return !place.kind().isRegion() && named.contains(place.admin1());
    }

    boolean namesCountryOf(GazetteerPlace place) {
        return !place.kind().isRegion() && named.contains(place.country());
    }
}
