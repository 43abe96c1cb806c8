// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close.pieces;

import org.perimeter.nlp.classifier.MaskedWords;
import org.perimeter.nlp.triage.Normalizer;

import java.util.regex.Pattern;

/**
 * What the close reading sees of a text: styled letters as plain ones, links and handles as one
 * word each, emoji in words, and words for groups of people as "people", neighbouring ones as one,
 * so that no group can weigh more than another.
 */
public final class PostNormal {

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
    private static final Pattern HANDLE = Pattern.compile("@\\w+(?:\\.[\\w-]+)*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern PEOPLE =
            Pattern.compile("\\bpeople(?:(?:[\\s-]+|['’]s\\s+)people\\b)+");

    private final MaskedWords masked;
    private final Pictures pictures;

    private PostNormal(MaskedWords masked) {
        this.masked = masked;
        this.pictures = new Pictures(masked);
    }

    /** Loads the words for people from the class path. */
    public static PostNormal load() {
        return new PostNormal(MaskedWords.load());
    }

    /** The text as it is read. */
    public String of(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        plain = LINK.matcher(plain).replaceAll(" http ");
        plain = HANDLE.matcher(plain).replaceAll(" @user ");
        plain =
                plain.replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("#", " # ");
        String worded =
                WORD.matcher(pictures.spelled(plain)).replaceAll(word -> shown(word.group()));
        return PEOPLE.matcher(worded).replaceAll(MaskedWords.SHOWN_PEOPLE).trim();
    }

    private String shown(String word) {
        String norm = Normalizer.norm(word);
        String shown = masked.shown(norm);
        // Only what is masked is rewritten: the pieces know more forms than the rules do.
        return shown.equals(norm) ? word : shown;
    }
}
