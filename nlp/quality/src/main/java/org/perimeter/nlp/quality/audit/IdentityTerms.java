// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.corpus.CsvCorpus;
import org.perimeter.nlp.quality.corpus.LabelledPost;
import org.perimeter.nlp.quality.split.Part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the identity term that a template was filled with. */
final class IdentityTerms {

    private static final String IDENTITY = "identity";

    private final List<String> longestFirst;

    IdentityTerms(List<String> terms) {
        longestFirst =
                terms.stream()
                        .map(term -> term.toLowerCase(Locale.ROOT))
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** From the word list that comes with the templates. */
    static IdentityTerms read(Path words) throws IOException {
        List<LabelledPost> rows =
                CsvCorpus.MADLIBS_WORDS.read(new CorpusFiles(List.of(words), Part.ALL));
        return new IdentityTerms(
                rows.stream()
                        .filter(row -> row.label().equals(IDENTITY))
                        .map(LabelledPost::text)
                        .toList());
    }

    /** The longest term that stands in a text as words of its own; empty when none does. */
    String in(String text) {
        String padded = padded(text);
        return longestFirst.stream()
                .filter(term -> padded.contains(' ' + term + ' '))
                .findFirst()
                .orElse("");
    }

    /** The text with the term left out: the same for all identities. */
    String mask(String text, String term) {
        return padded(text).replace(' ' + term + ' ', " _ ");
    }

    private static String padded(String text) {
        return ' ' + text.toLowerCase(Locale.ROOT).replaceAll("[.,!?;:\"]", " ") + ' ';
    }
}
