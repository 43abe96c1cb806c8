// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads IDRISI-R (mentions) and IDRISI-D (mentions with coordinates): JSON lines, one file an
 * event, {@code location_mentions} with code point offsets. Grouped by event.
 */
public final class IdrisiCorpus {

    private IdrisiCorpus() {}

    /** The posts of the part's events. */
    public static List<PlacedPost> read(CorpusFiles corpus) throws IOException {
        List<PlacedPost> posts = new ArrayList<>();
        for (Path file : corpus.byEvent().files()) {
            JsonLines.read(file, line -> posts.add(post(line, CorpusFiles.event(file))));
        }
        return posts;
    }

    private static PlacedPost post(JsonNode line, String event) {
        List<PlacedPost.Place> places = new ArrayList<>();
        for (JsonNode mention : line.path("location_mentions")) {
            Span span =
                    new Span(
                            mention.path("start_offset").asInt(),
                            mention.path("end_offset").asInt());
            places.add(
                    new PlacedPost.Place(
                            span, mention.path("type").asText(), JsonLines.point(mention)));
        }
        return new PlacedPost(line.path("text").asText(), event, places);
    }
}
