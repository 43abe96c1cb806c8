// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.GeoPoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The streets of a jurisdiction under every form of their names: with and without suffix, with and
 * without direction.
 */
final class StreetIndex {

    private final NameWords words;
    private final Map<List<String>, Street> streets = new LinkedHashMap<>();
    private final NameTrie<Street> forms;

    StreetIndex(NameWords words) {
        this.words = words;
        this.forms = new NameTrie<>(words);
    }

    /**
     * A street's name in a post.
     *
     * @param first index of its first token
     * @param last index of its last token
     * @param streets every street with that form of name, exact ones first
     * @param suffixed whether the post gave the suffix ({@code St})
     */
    record Mention(int first, int last, List<Street> streets, boolean suffixed) {}

    void add(String name, List<GeoPoint> points) {
        List<String> canonical = words.of(name);
        if (canonical.isEmpty()) {
            return;
        }
        Street street =
                streets.computeIfAbsent(
                        canonical,
                        c -> new Street("street:" + String.join("-", c), c, new LinkedHashSet<>()));
        street.points().addAll(points);
    }

    /** Makes the names findable; called once, after the last street was added. */
    void seal() {
        List<Street> all = new ArrayList<>(streets.values());
        for (Street street : all) {
            forms.put(street.words(), street);
        }
        for (Street street : all) {
            for (List<String> form : shorterForms(street.words())) {
                forms.put(form, street);
            }
        }
    }

    private Set<List<String>> shorterForms(List<String> name) {
        Set<List<String>> shorter = new LinkedHashSet<>();
        int from = words.isDirection(name.get(0)) ? 1 : 0;
        int to = name.size();
        if (words.isDirection(name.get(to - 1))) {
            to--;
        }
        boolean suffixed = to > from && words.isSuffix(name.get(to - 1));
        addForm(name, from, to, shorter);
        if (suffixed) {
            addForm(name, 0, to - 1, shorter);
            addForm(name, from, to - 1, shorter);
        }
        return shorter;
    }

    private static void addForm(List<String> name, int from, int to, Set<List<String>> into) {
        if (to > from) {
            into.add(name.subList(from, to));
        }
    }

    /** All mentions, the longest from each token; they may overlap. */
    List<Mention> find(List<Token> tokens) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            NameTrie.@Nullable Found<Street> found = forms.longestFrom(tokens, i);
            if (found != null && !onlySuffix(tokens, i, found.last())) {
                boolean suffixed = words.isSuffix(words.canonical(tokens.get(found.last())));
                mentions.add(
                        new Mention(i, found.last(), found.things(), suffixed && found.last() > i));
            }
        }
        return mentions;
    }

    private boolean onlySuffix(List<Token> tokens, int first, int last) {
        String word = words.canonical(tokens.get(first));
        return first == last && (words.isSuffix(word) || words.isDirection(word));
    }
}
