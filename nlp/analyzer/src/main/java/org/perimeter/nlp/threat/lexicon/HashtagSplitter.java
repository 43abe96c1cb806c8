// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.Normalizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a hashtag into its words: by the lexicon's list, by its capitals, or into words that the
 * lexicon knows, or at least a known word off its end or its beginning. Any other tag stays whole.
 */
final class HashtagSplitter {

    private static final int SHORTEST_WORD = 2;
    private static final int SHORTEST_END = 4;
    private static final int SHORTEST_BEGIN = 5;
    private static final int LONGEST_TAG = 40;
    private static final String PRAY_FOR = "prayfor";

    private final Map<String, List<String>> known;
    private final Set<String> vocabulary;

    HashtagSplitter(Map<String, List<String>> known, Set<String> vocabulary) {
        this.known = known;
        this.vocabulary = vocabulary;
    }

    /** The words of a tag, normalised; at least one. */
    List<String> split(String body, String norm) {
        List<String> listed = known.get(norm);
        if (listed != null) {
            return listed;
        }
        List<String> byCapitals = byCapitals(body);
        if (byCapitals.size() > 1) {
            return byCapitals;
        }
        if (norm.length() > LONGEST_TAG) {
            return List.of(norm);
        }
        List<String> byWords = byVocabulary(norm);
        return byWords == null ? byEnds(norm) : byWords;
    }

    /** Event tags join a name that nobody can list with a word that everybody knows. */
    private List<String> byEnds(String norm) {
        for (int cut = SHORTEST_WORD; cut <= norm.length() - SHORTEST_END; cut++) {
            if (vocabulary.contains(norm.substring(cut))) {
                return List.of(norm.substring(0, cut), norm.substring(cut));
            }
        }
        if (norm.startsWith(PRAY_FOR) && norm.length() > PRAY_FOR.length() + 1) {
            return List.of("pray", "for", norm.substring(PRAY_FOR.length()));
        }
        for (int cut = norm.length() - SHORTEST_WORD; cut >= SHORTEST_BEGIN; cut--) {
            if (vocabulary.contains(norm.substring(0, cut))) {
                return List.of(norm.substring(0, cut), norm.substring(cut));
            }
        }
        return List.of(norm);
    }

    private static List<String> byCapitals(String body) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= body.length(); i++) {
            boolean cut =
                    i == body.length()
                            || body.charAt(i) == '_'
                            || (Character.isUpperCase(body.charAt(i))
                                    && Character.isLowerCase(body.charAt(i - 1)));
            if (cut) {
                String word = Normalizer.norm(body.substring(from, i));
                if (!word.isEmpty()) {
                    words.add(word);
                }
                from = i;
            }
        }
        return words;
    }

    private @Nullable List<String> byVocabulary(String norm) {
        int n = norm.length();
        int[] cut = new int[n + 1];
        int[] pieces = new int[n + 1];
        for (int end = 1; end <= n; end++) {
            pieces[end] = Integer.MAX_VALUE;
            for (int start = 0; start <= end - SHORTEST_WORD; start++) {
                boolean reachable = pieces[start] < Integer.MAX_VALUE;
                if (reachable
                        && pieces[start] + 1 < pieces[end]
                        && vocabulary.contains(norm.substring(start, end))) {
                    pieces[end] = pieces[start] + 1;
                    cut[end] = start;
                }
            }
        }
        if (n == 0 || pieces[n] == Integer.MAX_VALUE) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (int end = n; end > 0; end = cut[end]) {
            words.add(0, norm.substring(cut[end], end));
        }
        return words;
    }
}
