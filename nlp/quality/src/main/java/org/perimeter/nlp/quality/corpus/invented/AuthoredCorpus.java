// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus.invented;

import org.perimeter.nlp.resource.LineResource;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the posts of the authors who are held back whole: nothing is trained on them and no
 * threshold was chosen with them. Lines of kind, category, flags, language and text, parted by
 * tabs, under one line of names.
 */
public final class AuthoredCorpus {

    /** The authors who are held back. */
    public static final List<String> HELD_BACK = List.of("d", "i", "k", "u");

    private static final String FOLDER = "/org/perimeter/nlp/quality/authors/";
    private static final int FIELDS = 5;

    private AuthoredCorpus() {}

    /** All posts of these authors. */
    public static List<AuthoredPost> read(List<String> authors) {
        List<AuthoredPost> posts = new ArrayList<>();
        for (String author : authors) {
            List<String> lines = LineResource.read(FOLDER + author + "/posts.tsv");
            for (String line : lines.subList(1, lines.size())) {
                posts.add(post(author, line));
            }
        }
        return List.copyOf(posts);
    }

    private static AuthoredPost post(String author, String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "a post of author " + author + " has " + fields.length + " fields");
        }
        return new AuthoredPost(author, fields[0], fields[1], fields[3], fields[4]);
    }
}
