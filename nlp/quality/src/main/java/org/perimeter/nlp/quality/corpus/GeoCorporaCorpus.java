// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads GeoCorpora and WikToR as JSON lines: {@code text} and {@code toponyms} with code point
 * offsets and coordinates. Nobody here trains on them: always read whole.
 */
public final class GeoCorporaCorpus {

    private GeoCorporaCorpus() {}

    /** All posts. */
    public static List<PlacedPost> read(CorpusFiles corpus) throws IOException {
        List<PlacedPost> posts = new ArrayList<>();
        for (Path file : corpus.named(name -> name.contains(".jsonl")).files()) {
            JsonLines.read(file, line -> posts.add(post(line)));
        }
        return posts;
    }

    private static PlacedPost post(JsonNode line) {
        List<PlacedPost.Place> places = new ArrayList<>();
        for (JsonNode toponym : line.path("toponyms")) {
            Span span = new Span(toponym.path("start").asInt(), toponym.path("end").asInt());
            places.add(new PlacedPost.Place(span, "", JsonLines.point(toponym)));
        }
        return new PlacedPost(line.path("text").asText(), "", places);
    }
}
