// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import org.perimeter.nlp.triage.Token;

import java.util.List;

/**
 * Says in which language a post is written, as a BCP 47 tag; {@link #UNDETERMINED} when neither the
 * text nor its author says so.
 *
 * <p>The script of most letters decides first. Among the languages of Latin script the evidence of
 * {@link LatinLanguages} is weighed; a post that is hardly English is never undetermined, even when
 * its language is only guessed, so that nothing made for English runs over it. The author's
 * declaration is one piece of evidence and never overrules clear text, because clients set it by
 * default.
 *
 * <p>Read-only after construction; safe to share.
 */
public final class LanguageIdentifier {

    /** No language can be told: nothing but names, numbers, links or emoji. */
    public static final String UNDETERMINED = "und";

    private final LatinLanguages latin;
    private final LetterStatistics statistics;

    private LanguageIdentifier(LatinLanguages latin, LetterStatistics statistics) {
        this.latin = latin;
        this.statistics = statistics;
    }

    /** Loads the function words and the statistical model from the class path. */
    public static LanguageIdentifier load() {
        LetterStatistics statistics = LetterStatistics.load();
        return new LanguageIdentifier(
                new LatinLanguages(FunctionWords.load(), statistics), statistics);
    }

    /**
     * The language of a tokenised post.
     *
     * @param tokens the post
     * @param declared what the author declared, possibly empty
     */
    public String identify(List<Token> tokens, List<String> declared) {
        String author = declared.isEmpty() ? UNDETERMINED : Tags.primary(declared.get(0));
        List<String> written = Scripts.languagesOf(tokens);
        String prose = Prose.of(tokens);
        if (!written.isEmpty()) {
            return written.size() == 1 || prose.isEmpty()
                    ? written.get(0)
                    : statistics.likeliest(prose, written, author);
        }
        String language = prose.isEmpty() ? null : latin.identify(tokens, prose, author);
        return language == null ? author : language;
    }
}
