// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.AuthorClock;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.connectors.spi.input.WrittenTime;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Maps an activity, or a bare object, to what it says about a post.
 *
 * <p>The witness time is the activity's {@code published}; for a bare object its {@code updated} or
 * {@code published}; when neither is given, the time of reading. It is never later than the time of
 * reading, so that no sender can push event time into the future, and it also makes the version:
 * {@code updated} is the author's own clock and could otherwise outlive a delete.
 */
public final class ActivityMapper {

    private static final Set<String> POSTS =
            Set.of("Note", "Article", "Page", "Question", "Image", "Video", "Audio", "Event");

    private final String source;
    private final String network;
    private final NoteReader notes;

    /**
     * @param source id of the connector instance
     * @param network the platform, lower case
     */
    public ActivityMapper(String source, String network) {
        this.source = source;
        this.network = network;
        this.notes = new NoteReader(source, network);
    }

    /** Maps UTF-8 JSON. */
    public Reading map(byte[] json, Instant now) {
        try {
            return map(BoundedJson.object(json), now);
        } catch (RefusedInput e) {
            return Reading.refused(e.reason());
        }
    }

    /**
     * Maps a parsed object.
     *
     * @param now the time of reading
     */
    public Reading map(JsonNode json, Instant now) {
        try {
            return Reading.of(read(json, now));
        } catch (RefusedInput e) {
            return Reading.refused(e.reason());
        }
    }

    /**
     * What the item says about its witness time, not held against any clock; null if nothing. What
     * an activity does not say of itself its object says: an old note is not new because it comes
     * in a new envelope.
     */
    public static @Nullable Instant claimedWitness(JsonNode json) {
        Instant own = claimed(json);
        JsonNode object = json.path("object");
        return own == null && isPost(object) && !Values.isStated(json, "published")
                ? claimed(object)
                : own;
    }

    private static @Nullable Instant claimed(JsonNode json) {
        Instant published = WrittenTime.parse(Values.time(json, "published"));
        Instant updated = WrittenTime.parse(Values.time(json, "updated"));
        return isPost(json) && updated != null ? updated : published;
    }

    private PostEvent read(JsonNode json, Instant now) throws RefusedInput {
        Instant witnessed = witnessed(json, now);
        if (isPost(json)) {
            return upsert(json, "", witnessed, json);
        }
        if (Values.is(json, "Tombstone")) {
            return delete(Values.id(json), Values.id(json, "attributedTo"), witnessed);
        }
        String actor = Values.id(json, "actor");
        if (Values.is(json, "Delete")) {
            String object = Values.id(json, "object");
            return object.equals(actor) && !actor.isEmpty()
                    ? deleteAuthor(actor, witnessed)
                    : delete(object, actor, witnessed);
        }
        if (Values.is(json, "Create") || Values.is(json, "Update")) {
            return upsert(embedded(json), actor, witnessed, json);
        }
        if (Values.is(json, "Announce")) {
            return repost(json, actor, witnessed);
        }
        throw new RefusedInput(DeadLetterReason.UNSUPPORTED_TYPE);
    }

    private static Instant witnessed(JsonNode json, Instant now) throws RefusedInput {
        Instant claimed = claimedWitness(json);
        boolean unreadable = claimed == null && isDated(json);
        if (unreadable || (claimed != null && claimed.isBefore(Instant.EPOCH))) {
            throw new RefusedInput(DeadLetterReason.BAD_TIMESTAMP);
        }
        return claimed == null ? now : AuthorClock.notAfter(claimed, now);
    }

    /** Whether it, or the post that it carries, says a time at all. */
    private static boolean isDated(JsonNode json) {
        JsonNode object = json.path("object");
        return Values.isStated(json, "published")
                || (isPost(json) && Values.isStated(json, "updated"))
                || (isPost(object)
                        && (Values.isStated(object, "published")
                                || Values.isStated(object, "updated")));
    }

    private static boolean isPost(JsonNode json) {
        return POSTS.stream().anyMatch(type -> Values.is(json, type));
    }

    private static JsonNode embedded(JsonNode activity) throws RefusedInput {
        for (JsonNode object : Values.all(activity, "object")) {
            if (object.isObject()) {
                if (!isPost(object)) {
                    throw new RefusedInput(DeadLetterReason.UNSUPPORTED_TYPE);
                }
                return object;
            }
        }
        // Only a reference: fetching it would let the sender choose where we connect to.
        throw new RefusedInput(DeadLetterReason.MISSING_FIELD);
    }

    @Control("COL-06")
    private PostEvent upsert(JsonNode object, String actor, Instant witnessed, JsonNode activity)
            throws RefusedInput {
        if (!Audience.isPublic(activity, object)) {
            throw new RefusedInput(DeadLetterReason.NOT_PUBLIC);
        }
        Post post = notes.read(object, actor, witnessed);
        return PostEvent.upsert(post, AuthorClock.version(witnessed));
    }

    /** A repost carries no text of its own and never takes the id of what it repeats. */
    @Control("COL-06")
    private PostEvent repost(JsonNode activity, String actor, Instant witnessed)
            throws RefusedInput {
        String object = NoteReader.requireId(Values.id(activity, "object"));
        String author = NoteReader.requireId(actor);
        JsonNode embedded = activity.path("object");
        boolean isPublic =
                embedded.isObject()
                        ? Audience.isPublic(activity, embedded)
                        : Audience.isPublic(activity);
        if (!isPublic) {
            throw new RefusedInput(DeadLetterReason.NOT_PUBLIC);
        }
        String own = Values.id(activity);
        String id = NoteReader.requireId(own.isEmpty() ? author + "#announce/" + object : own);
        Post post =
                new Post(
                        id, source, network, author, "", List.of(), List.of(), witnessed, witnessed,
                        null, null, true);
        return PostEvent.upsert(post, AuthorClock.version(witnessed));
    }

    private PostEvent delete(String post, String author, Instant witnessed) throws RefusedInput {
        return new PostEvent(
                PostOperation.DELETE,
                source,
                network,
                NoteReader.requireId(post),
                author.isEmpty() ? "" : NoteReader.requireId(author),
                witnessed,
                AuthorClock.version(witnessed),
                null);
    }

    private PostEvent deleteAuthor(String author, Instant witnessed) throws RefusedInput {
        return new PostEvent(
                PostOperation.DELETE_AUTHOR,
                source,
                network,
                "",
                NoteReader.requireId(author),
                witnessed,
                AuthorClock.version(witnessed),
                null);
    }
}
