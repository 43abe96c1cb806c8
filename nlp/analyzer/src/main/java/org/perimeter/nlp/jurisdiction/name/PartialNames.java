// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is left of a landmark's name in talk: {@code Bangor High} for Bangor High School, {@code
 * Cohen School} for William S. Cohen School, {@code City Hall} for Bangor City Hall.
 */
public final class PartialNames {

    private final NameWords words;
    private final Set<List<String>> towns;

    /**
     * @param towns canonical words of the jurisdiction's and its municipalities' names
     */
    public PartialNames(NameWords words, Set<List<String>> towns) {
        this.words = words;
        this.towns = Set.copyOf(towns);
    }

    /** Shorter forms of at least two words each, without the name itself. */
    public Set<List<String>> of(List<String> name) {
        Set<List<String>> forms = new LinkedHashSet<>();
        List<String> bare = withoutTown(withoutArticle(name));
        forms.add(bare);
        addWithoutTypes(bare, forms);
        addLastNameWithType(bare, forms);
        List<String> local = withoutTownBefore(bare);
        if (!local.equals(bare)) {
            forms.add(local);
            addWithoutTypes(local, forms);
        }
        forms.remove(name);
        // What ends like a street is one: "Garland Street" is not the park on it.
        forms.removeIf(form -> form.size() < 2 || words.isSuffix(form.get(form.size() - 1)));
        return forms;
    }

    private static List<String> withoutArticle(List<String> name) {
        return name.size() > 2 && name.get(0).equals("the") ? name.subList(1, name.size()) : name;
    }

    /** Without {@code of Bangor}, or {@code Bangor}, at the end. */
    private List<String> withoutTown(List<String> name) {
        for (List<String> town : towns) {
            int rest = name.size() - town.size();
            if (rest >= 2 && name.subList(rest, name.size()).equals(town)) {
                return name.subList(0, name.get(rest - 1).equals("of") ? rest - 1 : rest);
            }
        }
        return name;
    }

    private List<String> withoutTownBefore(List<String> name) {
        for (List<String> town : towns) {
            if (name.size() - town.size() >= 2 && name.subList(0, town.size()).equals(town)) {
                return name.subList(town.size(), name.size());
            }
        }
        return name;
    }

    private void addWithoutTypes(List<String> name, Set<List<String>> forms) {
        int to = name.size();
        while (to > 2 && words.isType(name.get(to - 1))) {
            to--;
            forms.add(name.subList(0, to));
        }
        addWithoutMiddle(name, forms);
    }

    /** {@code Bangor Airport} for Bangor International Airport. */
    private void addWithoutMiddle(List<String> name, Set<List<String>> forms) {
        int last = name.size() - 1;
        if (last >= 2 && words.isType(name.get(last)) && words.isType(name.get(last - 1))) {
            forms.add(join(name.subList(0, last - 1), name.get(last)));
        }
    }

    /** The last word that is no type, with the last type: what schools and halls are called. */
    private void addLastNameWithType(List<String> name, Set<List<String>> forms) {
        int last = name.size() - 1;
        int at = last;
        while (at >= 0 && words.isType(name.get(at))) {
            at--;
        }
        boolean personal =
                at >= 1
                        && at < last
                        && !words.allPlain(List.of(name.get(at)))
                        && !towns.contains(List.of(name.get(at)));
        if (personal) {
            forms.add(List.of(name.get(at), name.get(last)));
        }
    }

    private static List<String> join(List<String> front, String last) {
        List<String> joined = new ArrayList<>(front);
        joined.add(last);
        return joined;
    }
}
