// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus.invented;

import org.perimeter.nlp.quality.corpus.Span;
import org.perimeter.nlp.quality.split.Part;
import org.perimeter.nlp.resource.LineResource;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the invented Spanish posts that come with this project: lines of kind, category, places
 * (joined by {@code |}) and text, parted by tabs. The rules were tuned on one half; the other was
 * written before them and is only scored.
 */
public final class SpanishCorpus {

    private static final String FOLDER = "/org/perimeter/nlp/quality/";

    private SpanishCorpus() {}

    /** The posts of a part. */
    public static List<SpanishPost> read(Part part) {
        List<SpanishPost> posts = new ArrayList<>();
        if (part.keeps(true)) {
            read("spanish-held-out.tsv", posts);
        }
        if (part.keeps(false)) {
            read("spanish-tuned.tsv", posts);
        }
        return posts;
    }

    private static void read(String file, List<SpanishPost> posts) {
        for (String line : LineResource.read(FOLDER + file)) {
            String[] fields = line.split("\t", -1);
            List<Span> places = new ArrayList<>();
            for (String place : fields[2].split("\\|", -1)) {
                if (!place.isEmpty()) {
                    places.add(span(fields[3], place));
                }
            }
            posts.add(new SpanishPost(fields[0], fields[1], places, fields[3]));
        }
    }

    private static Span span(String text, String place) {
        int at = text.indexOf(place);
        if (at < 0) {
            throw new IllegalArgumentException("a post does not name " + place);
        }
        int start = text.codePointCount(0, at);
        return new Span(start, start + place.codePointCount(0, place.length()));
    }
}
