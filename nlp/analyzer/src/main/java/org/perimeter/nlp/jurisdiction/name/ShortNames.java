// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a landmark is called where everybody knows it: by its first word ({@code Tuttle} for Tuttle
 * Pool), by first word and kind ({@code Sable Clinic} for Sable Creek Clinic), in Spanish order
 * ({@code clínica Sable}), by its words without the last kinds ({@code Lower Mill} for Lower Mill
 * Academy), or by what it is ({@code the library}). Too little to name it anywhere else.
 */
public final class ShortNames {

    private static final int SHORTEST_HEAD = 4;

    /** What there mostly is one of, so that an article is enough. */
    private static final Set<String> ONLY_ONE =
            Set.of(
                    "academy",
                    "airport",
                    "arena",
                    "auditorium",
                    "bakery",
                    "bodega",
                    "brewery",
                    "casino",
                    "cathedral",
                    "cinema",
                    "clinic",
                    "college",
                    "commons",
                    "courthouse",
                    "gurdwara",
                    "hospital",
                    "library",
                    "mall",
                    "mosque",
                    "museum",
                    "outlets",
                    "playground",
                    "stadium",
                    "synagogue",
                    "theater",
                    "university");

    private static final Set<String> ADDRESS =
            Set.of("street", "avenue", "road", "boulevard", "drive", "lane", "county");

    private final NameWords words;
    private final Set<List<String>> towns;

    /**
     * @param towns canonical words of the jurisdiction's and its municipalities' names
     */
    public ShortNames(NameWords words, Set<List<String>> towns) {
        this.words = words;
        this.towns = Set.copyOf(towns);
    }

    /**
     * The short forms of a name, none of them the name itself.
     *
     * @param kind what the landmark is, such as {@code park}
     */
    public Set<List<String>> of(List<String> name, String kind) {
        List<String> bare = withoutTown(withoutArticle(name));
        int types = bare.size();
        while (types > 0 && words.isType(bare.get(types - 1))) {
            types--;
        }
        List<String> own = bare.subList(0, types);
        List<String> kinds = new ArrayList<>(bare.subList(types, bare.size()));
        kinds.add(kind);
        Set<List<String>> forms = new LinkedHashSet<>();
        if (own.size() > 1 && isAddress(own.get(1))) {
            return forms;
        }
        if (!own.isEmpty() && isOwn(own.get(0))) {
            addOwn(own, kinds, forms);
        }
        if (own.size() == 1 && own.size() < bare.size()) {
            // "the General" for the General Hospital: an ordinary word, where the article helps.
            forms.add(own);
            forms.add(join(List.of(bare.get(types)), own));
        }
        for (int length = Math.max(2, types); length < bare.size(); length++) {
            // "Lower Mill" for Lower Mill Academy: ordinary words, but a name together.
            forms.add(bare.subList(0, length));
        }
        forms.remove(name);
        return forms;
    }

    private void addOwn(List<String> own, List<String> kinds, Set<List<String>> forms) {
        List<String> head = own.subList(0, 1);
        forms.add(own);
        if (head.get(0).length() >= SHORTEST_HEAD) {
            forms.add(head);
        }
        for (String kind : kinds) {
            for (List<String> named : List.of(own, head)) {
                forms.add(join(named, List.of(kind)));
                forms.add(join(List.of(kind), named));
                forms.add(join(List.of(kind, "de"), named));
            }
        }
    }

    /** {@code Union Street Church}, {@code Moor County Court}: the first word is another place. */
    private boolean isAddress(String second) {
        return ADDRESS.contains(second);
    }

    /** Whether it is a word that only names bear. */
    private boolean isOwn(String word) {
        return !words.allPlain(List.of(word)) && Character.isLetter(word.charAt(0));
    }

    /** What it is, where that can stand for it: {@code library}, {@code hardware store}. */
    public Set<List<String>> kinds(List<String> name, String kind) {
        Set<List<String>> forms = new LinkedHashSet<>();
        String last = name.get(name.size() - 1);
        if (name.size() > 1 && ONLY_ONE.contains(last)) {
            forms.add(List.of(last));
        }
        if (name.size() > 1 && last.equals("hardware")) {
            forms.add(List.of(last));
            forms.add(List.of(last, "store"));
        }
        if (name.size() > 2 && words.allPlain(name.subList(name.size() - 2, name.size()))) {
            forms.add(name.subList(name.size() - 2, name.size()));
        }
        if (kind.equals("cinema")) {
            forms.add(List.of(kind));
        }
        return forms;
    }

    private static List<String> withoutArticle(List<String> name) {
        return name.size() > 1 && (name.get(0).equals("the") || name.get(0).equals("la"))
                ? name.subList(1, name.size())
                : name;
    }

    private List<String> withoutTown(List<String> name) {
        for (List<String> town : towns) {
            if (name.size() > town.size() && name.subList(0, town.size()).equals(town)) {
                return name.subList(town.size(), name.size());
            }
        }
        return name;
    }

    private static List<String> join(List<String> front, List<String> back) {
        List<String> joined = new ArrayList<>(front);
        joined.addAll(back);
        return joined;
    }
}
