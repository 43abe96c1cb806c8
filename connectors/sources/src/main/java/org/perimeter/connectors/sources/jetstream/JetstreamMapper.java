// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.AuthorClock;
import org.perimeter.connectors.sources.input.PlainText;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Maps one Jetstream event to what it says about a post or an author.
 *
 * <p>The server's {@code time_us} is the witness time (never later than the time of reading) and
 * the version. An account that is taken down, suspended, deleted or deactivated is a delete of the
 * author; that a deactivated account may come back brings nothing back here.
 */
public final class JetstreamMapper {

    /** The only collection that is read. */
    public static final String POSTS = "app.bsky.feed.post";

    private static final Set<String> GONE =
            Set.of("takendown", "suspended", "deleted", "deactivated");
    private static final Pattern DID = Pattern.compile("did:[a-z]+:[A-Za-z0-9._:%-]{1,1024}");
    private static final Pattern RECORD_KEY = Pattern.compile("[A-Za-z0-9._:~-]{1,512}");

    private final String source;
    private final String network;
    private final PostRecord records;

    /**
     * @param source id of the connector instance
     * @param network the platform, lower case
     */
    public JetstreamMapper(String source, String network) {
        this.source = source;
        this.network = network;
        this.records = new PostRecord(source, network);
    }

    /**
     * Maps an event.
     *
     * @param now the time of reading
     */
    public Reading map(JsonNode event, Instant now) {
        try {
            return read(event, now);
        } catch (RefusedInput e) {
            return Reading.refused(e.reason());
        }
    }

    /** The event's {@code time_us}; 0 when it has none that makes sense. */
    public static long timeMicros(JsonNode event) {
        JsonNode time = event.path("time_us");
        return time.isIntegralNumber() && time.canConvertToLong() && time.longValue() > 0
                ? time.longValue()
                : 0;
    }

    private Reading read(JsonNode event, Instant now) throws RefusedInput {
        long micros = timeMicros(event);
        if (micros == 0) {
            throw new RefusedInput(DeadLetterReason.BAD_TIMESTAMP);
        }
        Instant witnessed =
                AuthorClock.notAfter(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), now);
        String did = require(DID, event.path("did").textValue());
        return switch (event.path("kind").asText()) {
            case "commit" -> commit(event.path("commit"), did, witnessed, micros);
            case "account" -> account(event.path("account"), did, witnessed, micros);
            case "identity" -> new Reading.Nothing();
            default -> throw new RefusedInput(DeadLetterReason.UNSUPPORTED_TYPE);
        };
    }

    private Reading commit(JsonNode commit, String did, Instant witnessed, long micros)
            throws RefusedInput {
        if (!POSTS.equals(commit.path("collection").textValue())) {
            return new Reading.Nothing();
        }
        String key = require(RECORD_KEY, commit.path("rkey").textValue());
        String id = "at://" + did + "/" + POSTS + "/" + key;
        return switch (commit.path("operation").asText()) {
            case "create", "update" -> {
                String link = "https://bsky.app/profile/" + did + "/post/" + key;
                Post post = records.read(commit.path("record"), id, did, witnessed, link);
                yield Reading.of(PostEvent.upsert(post, micros));
            }
            case "delete" -> Reading.of(gone(PostOperation.DELETE, id, did, witnessed, micros));
            default -> throw new RefusedInput(DeadLetterReason.UNSUPPORTED_TYPE);
        };
    }

    private Reading account(JsonNode account, String did, Instant witnessed, long micros) {
        boolean active = account.path("active").asBoolean(true);
        // "desynchronized" and "throttled" are troubles of a server, not the author's end.
        return !active && GONE.contains(account.path("status").asText())
                ? Reading.of(gone(PostOperation.DELETE_AUTHOR, "", did, witnessed, micros))
                : new Reading.Nothing();
    }

    private PostEvent gone(
            PostOperation operation, String id, String did, Instant witnessed, long micros) {
        return new PostEvent(operation, source, network, id, did, witnessed, micros, null);
    }

    private static String require(Pattern pattern, @Nullable String value) throws RefusedInput {
        if (value == null || !pattern.matcher(value).matches() || !PlainText.isId(value)) {
            throw new RefusedInput(DeadLetterReason.MISSING_FIELD);
        }
        return value;
    }
}
