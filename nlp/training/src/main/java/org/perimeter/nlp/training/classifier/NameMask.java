// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns which words the corpora write as names, so that no classifier learns whom or which town
 * the people of one event or one forum spoke of: such a word, seen at least twice inside sentences
 * that do not shout, stands there with a capital four times as often as without. Words of hashtags
 * that cannot be cut count as names.
 */
final class NameMask {

    private static final int OFTEN = 2;
    private static final int MOSTLY = 4;

    private final Map<String, int[]> counts = new HashMap<>();
    private final PostTokenizer tokenizer = new PostTokenizer();

    /** Looks at one more text. */
    void see(String text) {
        List<Token> tokens = tokenizer.tokenize(PostText.of(text));
        long words = tokens.stream().filter(token -> token.kind() == TokenKind.WORD).count();
        long loud = tokens.stream().filter(Token::allCaps).count();
        boolean shouted = loud * 2 > words;
        boolean begins = true;
        for (Token token : tokens) {
            if (token.endsSentence()) {
                begins = true;
            } else if (token.kind() == TokenKind.WORD) {
                if (!begins && !shouted) {
                    count(token.norm(), token.capitalized());
                }
                begins = false;
            } else if (token.kind() == TokenKind.HASHTAG) {
                count(token.norm(), true);
                begins = false;
            }
        }
    }

    private void count(String word, boolean capital) {
        counts.computeIfAbsent(word, w -> new int[2])[capital ? 0 : 1]++;
    }

    /** The names among all words seen. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        counts.forEach(
                (word, seen) -> {
                    if (seen[0] >= OFTEN && seen[0] > MOSTLY * seen[1]) {
                        names.add(word);
                    }
                });
        return names;
    }
}
