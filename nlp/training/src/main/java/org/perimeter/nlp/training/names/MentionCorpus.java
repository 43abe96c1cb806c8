// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.policy.model.reading.EntityType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a corpus of location mentions: one JSON object a line with {@code text} and {@code
 * location_mentions}, whose offsets count code points, end exclusive.
 */
final class MentionCorpus {

    private MentionCorpus() {}

    /**
     * The posts of a file.
     *
     * @throws IllegalArgumentException when a line is no such object
     */
    static List<LabelledTokens> read(List<String> lines) {
        ObjectMapper json = new ObjectMapper();
        List<LabelledTokens> posts = new ArrayList<>(lines.size());
        for (String line : lines) {
            try {
                posts.add(post(json.readTree(line)));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("a line of the corpus is no JSON object", e);
            }
        }
        return posts;
    }

    private static LabelledTokens post(JsonNode node) {
        String text = node.path("text").asText();
        List<LabelledTokens.Name> names = new ArrayList<>();
        for (JsonNode mention : node.path("location_mentions")) {
            int start = mention.path("start_offset").asInt();
            int end = mention.path("end_offset").asInt();
            if (start >= 0 && start < end && end <= text.codePointCount(0, text.length())) {
                names.add(
                        new LabelledTokens.Name(
                                EntityType.LOCATION,
                                text.offsetByCodePoints(0, start),
                                text.offsetByCodePoints(0, end)));
            }
        }
        names.sort(Comparator.comparingInt(LabelledTokens.Name::start));
        return new LabelledTokens(text, names, true);
    }
}
