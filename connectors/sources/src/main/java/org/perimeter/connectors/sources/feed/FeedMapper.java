// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.AuthorClock;
import org.perimeter.connectors.sources.input.PlainText;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.connectors.spi.input.WrittenTime;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;
import org.perimeter.policy.model.post.PostPlace;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps entries of a feed to events.
 *
 * <p>The author of every entry is the feed itself: bylines are not collected, and two articles of
 * one newsroom are not two independent witnesses. The witness time is what the entry says of its
 * last change, never later than now: an old article that we see only now must not pass for a new
 * one. The version is the time of reading, which no feed can choose.
 */
final class FeedMapper {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern WEB = Pattern.compile("https?://.+");
    private static final Pattern POINT =
            Pattern.compile(
                    "([+-]?\\d{1,3}(?:\\.\\d{1,20})?)[\\s,]+([+-]?\\d{1,3}(?:\\.\\d{1,20})?)"
                            + "(?:[\\s,]+[+-]?\\d{1,6}(?:\\.\\d{1,20})?)?");
    private static final double PLACE_METERS = 500;

    private final String source;
    private final String network;
    private final String feed;
    private final String query;

    FeedMapper(String source, String network, String url) {
        this.source = source;
        this.network = network;
        // The query may hold an access token, but may also be all that tells two feeds apart.
        int mark = url.indexOf('?');
        this.feed = mark < 0 ? url : url.substring(0, mark);
        this.query = mark < 0 ? "" : SeenItems.mark(url.substring(mark)) + "/";
    }

    /** What the entry says, as of now. */
    Reading map(FeedItem item, Instant now) {
        try {
            Post post = post(item, now);
            return Reading.of(PostEvent.upsert(post, AuthorClock.version(now)));
        } catch (RefusedInput e) {
            return Reading.refused(e.reason());
        }
    }

    /** The deletion of the entry with the given key. */
    Reading delete(String key, Instant now) {
        try {
            return Reading.of(
                    new PostEvent(
                            PostOperation.DELETE,
                            source,
                            network,
                            id(key),
                            feed,
                            now,
                            AuthorClock.version(now),
                            null));
        } catch (RefusedInput e) {
            return Reading.refused(e.reason());
        }
    }

    private Post post(FeedItem item, Instant now) throws RefusedInput {
        String text = PlainText.clean((item.title() + "\n" + item.content()).strip());
        if (text.isEmpty()) {
            throw new RefusedInput(DeadLetterReason.MISSING_FIELD);
        }
        Instant claimed = item.claimed();
        // A time that is there and cannot be read is never now.
        if (item.isUndated() || (claimed != null && claimed.isBefore(Instant.EPOCH))) {
            throw new RefusedInput(DeadLetterReason.BAD_TIMESTAMP);
        }
        Instant witnessed = claimed == null ? now : AuthorClock.notAfter(claimed, now);
        boolean readable = WEB.matcher(item.link()).matches() && PlainText.isId(item.link());
        boolean language = LANGUAGE.matcher(item.language()).matches();
        return new Post(
                id(item.key()),
                source,
                network,
                feed,
                text,
                List.of(),
                language ? List.of(item.language()) : List.of(),
                AuthorClock.clamp(WrittenTime.parse(item.published()), witnessed),
                witnessed,
                readable ? item.link() : null,
                place(item.point()),
                false);
    }

    /** A key names an entry within its feed only; one that can be no id is written as a digest. */
    private String id(String key) throws RefusedInput {
        if (key.isEmpty()) {
            throw new RefusedInput(DeadLetterReason.MISSING_FIELD);
        }
        String id = feed + "#" + query + key;
        return PlainText.isId(id) ? id : feed + "#" + query + "sha-" + SeenItems.mark(key);
    }

    /** A place that cannot be on earth refuses the entry, as it does everywhere; 0 0 is none. */
    private static @Nullable PostPlace place(String point) throws RefusedInput {
        if (point.isEmpty()) {
            return null;
        }
        Matcher matcher = POINT.matcher(point);
        if (!matcher.matches()) {
            throw new RefusedInput(DeadLetterReason.BAD_COORDINATES);
        }
        double lat = Double.parseDouble(matcher.group(1));
        double lon = Double.parseDouble(matcher.group(2));
        if (lat == 0 && lon == 0) {
            return null;
        }
        try {
            return new PostPlace(
                    new GeoPoint(lat, lon), PLACE_METERS, PlaceEvidence.PLACE_TAG, null);
        } catch (IllegalArgumentException e) {
            throw new RefusedInput(DeadLetterReason.BAD_COORDINATES);
        }
    }
}
