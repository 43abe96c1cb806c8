// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.AuthorClock;
import org.perimeter.connectors.sources.input.HtmlText;
import org.perimeter.connectors.sources.input.PlainText;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.connectors.spi.input.WrittenTime;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a Note, or an object like it, as a {@link Post}. */
final class NoteReader {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern WEB = Pattern.compile("https?://");
    private static final int MAX_LANGUAGES = 10;
    private static final int MAX_MEDIA = 32;

    private final String source;
    private final String network;

    NoteReader(String source, String network) {
        this.source = source;
        this.network = network;
    }

    /**
     * The object as a post.
     *
     * @param actor who performed the activity; the author when the object names none
     * @throws RefusedInput when a field is missing, too large or makes no sense
     */
    Post read(JsonNode object, String actor, Instant witnessed) throws RefusedInput {
        String attributed = Values.id(object, "attributedTo");
        String text = text(object);
        List<String> media = mediaDescriptions(object);
        if (text.isEmpty() && media.isEmpty() && Values.all(object, "attachment").isEmpty()) {
            throw new RefusedInput(DeadLetterReason.MISSING_FIELD);
        }
        return new Post(
                requireId(Values.id(object)),
                source,
                network,
                requireId(attributed.isEmpty() ? actor : attributed),
                text,
                media,
                languages(object),
                AuthorClock.clamp(WrittenTime.parse(Values.time(object, "published")), witnessed),
                witnessed,
                permalink(object),
                Places.of(object),
                false);
    }

    /** The id itself, when it can serve as a key. */
    static String requireId(String id) throws RefusedInput {
        if (!PlainText.isId(id)) {
            throw new RefusedInput(DeadLetterReason.MISSING_FIELD);
        }
        return id;
    }

    /** Title, content warning and content, in this order; each is something the author said. */
    private static String text(JsonNode object) throws RefusedInput {
        List<String> parts = new ArrayList<>();
        String name = Values.text(object, "name");
        if (name != null && !name.isBlank()) {
            parts.add(name);
        }
        String summary = Values.text(object, "summary");
        if (summary != null && !summary.isBlank()) {
            parts.add(HtmlText.of(summary));
        }
        String content = content(object);
        if (content != null) {
            boolean plain = "text/plain".equals(Values.text(object, "mediaType"));
            parts.add(plain ? content : HtmlText.of(content));
        }
        return PlainText.clean(String.join("\n", parts));
    }

    private static @Nullable String content(JsonNode object) {
        String content = Values.text(object, "content");
        if (content != null) {
            return content;
        }
        for (JsonNode translated : object.path("contentMap")) {
            if (translated.isTextual()) {
                return translated.textValue();
            }
        }
        return null;
    }

    private static List<String> languages(JsonNode object) {
        return object.path("contentMap").properties().stream()
                .map(Map.Entry::getKey)
                .filter(tag -> LANGUAGE.matcher(tag).matches())
                .limit(MAX_LANGUAGES)
                .toList();
    }

    private static List<String> mediaDescriptions(JsonNode object) throws RefusedInput {
        List<String> descriptions = new ArrayList<>();
        for (JsonNode attachment : Values.all(object, "attachment")) {
            String name = Values.text(attachment, "name");
            String description = name == null ? "" : PlainText.clean(name);
            if (!description.isEmpty() && descriptions.size() < MAX_MEDIA) {
                descriptions.add(description);
            }
        }
        return descriptions;
    }

    private static @Nullable String permalink(JsonNode object) {
        for (JsonNode url : Values.all(object, "url")) {
            String link = url.isObject() ? Values.text(url, "href") : url.textValue();
            if (link != null && WEB.matcher(link).lookingAt() && PlainText.isId(link)) {
                return link;
            }
        }
        return null;
    }
}
