// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.street;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.jurisdiction.name.NameTrie;
import org.perimeter.nlp.jurisdiction.name.NameWords;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.name.StreetForms;
import org.perimeter.nlp.triage.TokenKind;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The streets of a jurisdiction under every form of their names: with and without suffix, with and
 * without direction, and numbered roads by their numbers.
 */
public final class StreetIndex {

    private static final Set<String> BOUND =
            Set.of(
                    "north",
                    "south",
                    "east",
                    "west",
                    "nb",
                    "sb",
                    "eb",
                    "wb",
                    "northbound",
                    "southbound",
                    "eastbound",
                    "westbound");

    private static final Set<String> STREET =
            Set.of("street", "avenue", "road", "boulevard", "drive", "highway", "parkway");

    private final NameWords words;
    private final StreetForms shapes;
    private final Map<List<String>, Street> streets = new LinkedHashMap<>();
    private final Map<String, Street> roads = new LinkedHashMap<>();
    private final Map<String, List<Street>> numbers = new HashMap<>();
    private final NameTrie<Street> forms = new NameTrie<>();

    public StreetIndex(NameWords words) {
        this.words = words;
        this.shapes = new StreetForms(words);
    }

    public void add(String name, List<List<GeoPoint>> lines) {
        List<String> canonical = words.of(name);
        if (!canonical.isEmpty()) {
            streets.computeIfAbsent(
                            canonical, c -> new Street("street:" + String.join("-", c), c, false))
                    .add(lines);
        }
    }

    /** Adds a stretch of a numbered road, such as {@code I 71}. */
    public void addRoad(String ref, List<List<GeoPoint>> lines) {
        String number = StreetForms.number(ref);
        if (!number.isEmpty()) {
            String id = StreetForms.network(ref) + "-" + number;
            roads.computeIfAbsent(id, r -> new Street("road:" + r, List.of(r), true)).add(lines);
        }
    }

    /** Makes the names findable; called once, after the last street was added. */
    public void seal() {
        List<Street> all = new ArrayList<>(streets.values());
        for (Street street : all) {
            street.seal();
            forms.put(street.words(), street);
        }
        roads.values().forEach(Street::seal);
        for (Street street : all) {
            for (List<String> form : shapes.shorter(street.words())) {
                forms.put(form, street);
            }
        }
        roads.forEach(
                (id, road) -> {
                    StreetForms.road(id).forEach(form -> forms.put(form, road));
                    numbers.computeIfAbsent(StreetForms.number(id), n -> new ArrayList<>())
                            .add(road);
                });
    }

    /** All mentions, the longest from each token, in the order of their first tokens. */
    public List<StreetMention> find(PostWords post) {
        List<StreetMention> mentions = new ArrayList<>();
        for (int i = 0; i < post.size(); i++) {
            StreetMention mention = named(post, i);
            if (mention == null) {
                mention = numbered(post, i);
            }
            if (mention == null) {
                mention = directed(post, i);
            }
            if (mention == null) {
                mention = corrected(post, i);
            }
            if (mention != null) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private @Nullable StreetMention named(PostWords post, int i) {
        NameTrie.@Nullable Found<Street> found = forms.longestFrom(post, i);
        if (found == null || onlyDirection(post, i, found.last())) {
            return null;
        }
        int last = found.things().get(0).isRoad() ? bound(post, found.last()) : found.last();
        return new StreetMention(i, last, found.things(), form(post, i, found));
    }

    private StreetMention.Form form(PostWords post, int first, NameTrie.Found<Street> found) {
        if (found.things().get(0).isRoad()) {
            return StreetMention.Form.FULL;
        }
        boolean suffixed = false;
        for (int i = first; i <= found.last() && found.last() > first; i++) {
            suffixed |= post.isSuffix(i) && (i > first || post.isDirection(found.last()));
        }
        List<String> name = post.words(first, found.last());
        if (suffixed) {
            boolean loose = words.allPlain(name) && !post.nameLike(first) && !street(name);
            return loose ? StreetMention.Form.SHORT : StreetMention.Form.FULL;
        }
        return words.allPlain(name) ? StreetMention.Form.PLAIN : StreetMention.Form.SHORT;
    }

    /** Whether it ends in a word which, even after an ordinary one, says street. */
    private static boolean street(List<String> name) {
        return STREET.contains(name.get(name.size() - 1));
    }

    /** {@code 315}, of which the words around must say that it is a road. */
    private @Nullable StreetMention numbered(PostWords post, int i) {
        List<Street> named =
                post.token(i).kind() == TokenKind.NUMBER ? numbers.get(post.word(i)) : null;
        return named == null || post.word(i).length() < 2
                ? null
                : new StreetMention(i, bound(post, i), named, StreetMention.Form.NUMBER);
    }

    /** A direction that the map does not give the street: {@code E Hudson}. */
    private @Nullable StreetMention directed(PostWords post, int i) {
        if (!post.isDirection(i) || i + 1 >= post.size()) {
            return null;
        }
        int next =
                post.norm(i + 1).isEmpty() && post.token(i + 1).surface().equals(".")
                        ? i + 2
                        : i + 1;
        StreetMention rest = next < post.size() ? named(post, next) : null;
        return rest == null || rest.isRoad()
                ? null
                : new StreetMention(i, rest.last(), rest.streets(), rest.form());
    }

    private @Nullable StreetMention corrected(PostWords post, int i) {
        if (words.isPlain(post.word(i))) {
            return null;
        }
        NameTrie.@Nullable Found<Street> found = forms.longestCorrectedFrom(post, i);
        return found == null || !found.corrected()
                ? null
                : new StreetMention(i, found.last(), found.things(), StreetMention.Form.CORRECTED);
    }

    private static int bound(PostWords post, int last) {
        return BOUND.contains(post.word(last + 1)) ? last + 1 : last;
    }

    private boolean onlyDirection(PostWords post, int first, int last) {
        return first == last && words.isDirection(post.word(first));
    }
}
