// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import com.fasterxml.jackson.databind.JsonNode;

import org.perimeter.connectors.sources.input.AuthorClock;
import org.perimeter.connectors.sources.input.PlainText;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.connectors.spi.input.WrittenTime;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a record of the lexicon {@code app.bsky.feed.post}, which has no place of its own. */
final class PostRecord {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final String LOGGED_IN_ONLY = "!no-unauthenticated";
    private static final int MAX_LANGUAGES = 10;
    private static final int MAX_MEDIA = 32;

    private final String source;
    private final String network;

    PostRecord(String source, String network) {
        this.source = source;
        this.network = network;
    }

    Post read(JsonNode record, String id, String did, Instant witnessed, String permalink)
            throws RefusedInput {
        if (!record.isObject() || !record.path("text").isTextual()) {
            throw new RefusedInput(DeadLetterReason.MISSING_FIELD);
        }
        if (record.has("$type")
                && !JetstreamMapper.POSTS.equals(record.path("$type").textValue())) {
            throw new RefusedInput(DeadLetterReason.UNSUPPORTED_TYPE);
        }
        if (isForLoggedInPeopleOnly(record)) {
            throw new RefusedInput(DeadLetterReason.NOT_PUBLIC);
        }
        return new Post(
                id,
                source,
                network,
                did,
                PlainText.clean(record.path("text").textValue()),
                mediaDescriptions(record.path("embed")),
                languages(record.path("langs")),
                AuthorClock.clamp(
                        WrittenTime.parse(record.path("createdAt").textValue()), witnessed),
                witnessed,
                permalink,
                null,
                false);
    }

    /** The label belongs on profiles; where somebody puts it on a post, it is honoured too. */
    @Control("COL-06")
    private static boolean isForLoggedInPeopleOnly(JsonNode record) {
        for (JsonNode label : record.path("labels").path("values")) {
            if (LOGGED_IN_ONLY.equals(label.path("val").textValue())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> languages(JsonNode langs) {
        List<String> languages = new ArrayList<>();
        for (JsonNode lang : langs) {
            boolean valid = lang.isTextual() && LANGUAGE.matcher(lang.textValue()).matches();
            if (valid && languages.size() < MAX_LANGUAGES) {
                languages.add(lang.textValue());
            }
        }
        return languages;
    }

    /** Alt texts of pictures and of a video, also beside a quoted post. */
    private static List<String> mediaDescriptions(JsonNode embed) throws RefusedInput {
        List<String> descriptions = new ArrayList<>();
        for (JsonNode media : List.of(embed, embed.path("media"))) {
            for (JsonNode image : media.path("images")) {
                add(image, descriptions);
            }
            add(media, descriptions);
        }
        return descriptions;
    }

    private static void add(JsonNode medium, List<String> descriptions) throws RefusedInput {
        String alt = PlainText.clean(medium.path("alt").asText(""));
        if (!alt.isEmpty() && descriptions.size() < MAX_MEDIA) {
            descriptions.add(alt);
        }
    }
}
