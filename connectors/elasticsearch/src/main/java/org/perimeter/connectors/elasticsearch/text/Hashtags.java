// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes hashtags apart where their capitals and digits show the words. */
final class Hashtags {

    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_]+)");

    /** Between a small and a capital letter, before the last of several capitals, around digits. */
    private static final Pattern HUMP =
            Pattern.compile(
                    "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
                            + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})|_+");

    private Hashtags() {}

    /** The text, and after it each hashtag's parts. */
    static List<String> withParts(String text) {
        List<String> pieces = new ArrayList<>();
        pieces.add(text);
        Matcher matcher = HASHTAG.matcher(text);
        while (matcher.find()) {
            pieces.add(parts(matcher.group(1)));
        }
        return pieces;
    }

    /** The text with each hashtag replaced by its parts. */
    static List<String> asParts(String text) {
        return List.of(
                HASHTAG.matcher(text)
                        .replaceAll(
                                match ->
                                        " "
                                                + Matcher.quoteReplacement(parts(match.group(1)))
                                                + " "));
    }

    private static String parts(String tag) {
        return HUMP.matcher(tag).replaceAll(" ");
    }
}
