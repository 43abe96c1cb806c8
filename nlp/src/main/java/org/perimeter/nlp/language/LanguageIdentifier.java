// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import org.perimeter.nlp.triage.Token;

import java.util.List;

/**
 * Says in which language a post is written, as a BCP 47 tag; {@link #UNDETERMINED} when neither the
 * text nor its author says so.
 *
 * <p>Function words decide first, since posts are too short for letter statistics; only where they
 * are silent the statistical detector is asked, with the author's declaration as a tie-breaker. The
 * declaration alone never overrules clear evidence, because clients set it by default.
 *
 * <p>Read-only after construction; safe to share.
 */
public final class LanguageIdentifier {

    /** No language can be told. */
    public static final String UNDETERMINED = "und";

    private static final int ENOUGH_LETTERS = 12;

    private final FunctionWords functionWords;
    private final LetterStatistics statistics;

    private LanguageIdentifier(FunctionWords functionWords, LetterStatistics statistics) {
        this.functionWords = functionWords;
        this.statistics = statistics;
    }

    /** Loads the function words and the statistical model from the class path. */
    public static LanguageIdentifier load() {
        return new LanguageIdentifier(FunctionWords.load(), LetterStatistics.load());
    }

    /**
     * The language of a tokenised post.
     *
     * @param tokens the post
     * @param declared what the author declared, possibly empty
     */
    public String identify(List<Token> tokens, List<String> declared) {
        String byWords = functionWords.identify(tokens);
        if (byWords != null) {
            return byWords;
        }
        String prose = Prose.of(tokens);
        String fallback = declared.isEmpty() ? UNDETERMINED : Tags.primary(declared.get(0));
        if (prose.length() < ENOUGH_LETTERS) {
            String byScript = Scripts.languageOf(prose);
            return byScript == null ? fallback : byScript;
        }
        return statistics.decide(prose, fallback);
    }
}
