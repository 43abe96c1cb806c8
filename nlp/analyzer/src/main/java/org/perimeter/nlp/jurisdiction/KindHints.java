// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.resource.LineResource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that say of which kind the place is that a name shared by several means: whoever speaks of
 * teachers at Millbank means the school and not the quarter. Read from {@code kind-words.txt}, a
 * kind and its words a line.
 */
final class KindHints {

    private final Map<String, Set<String>> kinds = new HashMap<>();

    private KindHints() {}

    static KindHints load() {
        KindHints hints = new KindHints();
        for (String line : LineResource.read("/org/perimeter/nlp/jurisdiction/kind-words.txt")) {
            List<String> words = Arrays.asList(line.split(" ", -1));
            hints.kinds.put(words.get(0), new HashSet<>(words.subList(1, words.size())));
        }
        return hints;
    }

    /** Of the landmarks those of the kind that the post speaks of; empty when of none, or two. */
    List<Landmark> choose(PostWords post, List<Landmark> landmarks) {
        Set<String> spoken = new LinkedHashSet<>();
        for (int i = 0; i < post.size(); i++) {
            for (Landmark landmark : landmarks) {
                Set<String> words = kinds.getOrDefault(landmark.kind(), Set.of());
                if (words.contains(post.norm(i)) || words.contains(post.word(i))) {
                    spoken.add(landmark.kind());
                }
            }
        }
        return spoken.size() == 1
                ? landmarks.stream().filter(l -> spoken.contains(l.kind())).toList()
                : List.of();
    }
}
