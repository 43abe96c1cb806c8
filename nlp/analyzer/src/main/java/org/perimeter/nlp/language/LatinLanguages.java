// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighs the languages of Latin script against each other: log odds from how common a language is
 * among posts, its small words, letters that English does not have, what the author declared, and,
 * only where these leave a doubt, letter statistics, which cost most.
 *
 * <p>The weights were fitted on posts of English and Spanish corpora and on invented posts in other
 * languages; see the decision record on languages.
 */
final class LatinLanguages {

    private static final String ENGLISH = "en";

    /** Known by their letters alone, and rare among posts. */
    private static final List<String> RARE =
            List.of(
                    "hr", "bs", "sr", "sk", "sl", "et", "lv", "lt", "sq", "is", "eu", "gl", "ast",
                    "af", "ms", "mt", "cy", "ga", "so", "az");

    private static final double ENGLISH_PRIOR = 1.5;
    private static final double SPANISH_PRIOR = 0.5;
    private static final double RARE_PRIOR = -2;
    private static final double PER_WORD = 1.3;
    private static final double PER_FOREIGN_WORD = 1.5;
    private static final int MOST_FOREIGN_WORDS = 3;
    private static final double DECLARED = 1;
    private static final double PER_LETTER_RATIO = 4;

    /** A lead that letter statistics overturn in one post of a thousand. */
    private static final double DECISIVE = 2.5;

    /** Small words decide alone when at least one word in so many is one. */
    private static final int SPARSE = 12;

    /** Below this probability a post is not English, whatever else it is. */
    private static final double PERHAPS = 0.2;

    private static final double PROBABLY = 0.5;

    private final FunctionWords words;
    private final LetterStatistics statistics;
    private final List<String> languages;
    private final double[] prior;

    LatinLanguages(FunctionWords words, LetterStatistics statistics) {
        this.words = words;
        this.statistics = statistics;
        List<String> all = new ArrayList<>(words.languages());
        all.addAll(RARE);
        this.languages = List.copyOf(all);
        this.prior = new double[languages.size()];
        Arrays.fill(prior, words.languages().size(), prior.length, RARE_PRIOR);
        prior[languages.indexOf(ENGLISH)] = ENGLISH_PRIOR;
        prior[languages.indexOf("es")] = SPANISH_PRIOR;
    }

    /**
     * The language of a post with words of Latin script; null when it may be English or something
     * else. Never null for a post that is hardly English.
     *
     * @param prose its words
     * @param declared the author's language
     */
    @Nullable String identify(List<Token> tokens, String prose, String declared) {
        double[] odds = prior.clone();
        double[] counts = words.count(tokens);
        for (int i = 0; i < counts.length; i++) {
            odds[i] += PER_WORD * counts[i];
        }
        odds[languages.indexOf(ENGLISH)] -= PER_FOREIGN_WORD * foreignWords(tokens);
        int author = languages.indexOf(declared);
        if (author >= 0) {
            odds[author] += DECLARED;
        }
        int best = best(odds);
        boolean dense = best < counts.length && counts[best] * SPARSE >= words(tokens);
        if (dense && lead(odds, best) >= DECISIVE) {
            return languages.get(best);
        }
        statistics.add(prose, languages, PER_LETTER_RATIO, odds);
        return decide(odds);
    }

    private @Nullable String decide(double[] odds) {
        int best = best(odds);
        double all = 0;
        for (double one : odds) {
            all += Math.exp(one - odds[best]);
        }
        double english = Math.exp(odds[languages.indexOf(ENGLISH)] - odds[best]) / all;
        boolean sure = 1 / all >= PROBABLY;
        return sure || english < PERHAPS ? languages.get(best) : null;
    }

    private static int best(double[] odds) {
        int best = 0;
        for (int i = 1; i < odds.length; i++) {
            best = odds[i] > odds[best] ? i : best;
        }
        return best;
    }

    private static double lead(double[] odds, int best) {
        double second = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < odds.length; i++) {
            second = i == best ? second : Math.max(second, odds[i]);
        }
        return odds[best] - second;
    }

    private static int words(List<Token> tokens) {
        return (int) tokens.stream().filter(token -> token.kind() == TokenKind.WORD).count();
    }

    /** Words with letters that English lacks; names, which have a capital, do not count. */
    private static int foreignWords(List<Token> tokens) {
        int foreign = 0;
        for (Token token : tokens) {
            boolean plain = token.surface().chars().allMatch(c -> c < 128);
            foreign += token.kind() == TokenKind.WORD && !plain && !token.capitalized() ? 1 : 0;
        }
        return Math.min(foreign, MOST_FOREIGN_WORDS);
    }
}
