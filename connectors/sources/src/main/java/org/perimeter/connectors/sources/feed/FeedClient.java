// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import okhttp3.HttpUrl;
import okhttp3.Request;

import org.perimeter.connectors.http.HttpAnswer;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.connectors.http.NetworkReach;
import org.perimeter.connectors.http.RefusedMoveException;
import org.perimeter.connectors.http.RetryAfter;
import org.perimeter.policy.controls.Control;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Asks one server for one feed: within its time and size, and never anywhere else than on the host,
 * port and scheme that were configured.
 */
final class FeedClient {

    /** Largest feed in bytes, decompressed. */
    static final int MOST_BYTES = 5_000_000;

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration NO_REASON_TO_HURRY = Duration.ofMinutes(5);

    private final HttpDoor door;
    private final InstantSource clock;
    private final NetworkReach reach;
    private final String agent;

    /**
     * @param url as configured
     * @param contact whom the server's people can ask, part of the user agent
     * @param door to the server
     * @param clock by which a date to come back at is read
     */
    FeedClient(String url, String contact, HttpDoor door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
        this.reach = NetworkReach.ofHost(HttpUrl.get(url).host());
        this.agent = "perimeter (" + contact + ")";
    }

    /** Asks for the feed, unless it is as the state knows it. */
    FeedAnswer ask(FeedState state) {
        try (HttpAnswer answer = door.askWhereItMoved(request(state), reach)) {
            return read(answer);
        } catch (RefusedMoveException e) {
            return new FeedAnswer.Failure(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new FeedAnswer.Failure("cannot read: " + e.getClass().getSimpleName());
        }
    }

    /** Ends what is under way. */
    void close() {
        door.close();
    }

    private Request request(FeedState state) {
        Request.Builder request =
                new Request.Builder()
                        .url(state.url())
                        .header("User-Agent", agent)
                        .header(
                                "Accept",
                                "application/atom+xml, application/rss+xml,"
                                        + " application/feed+json, application/xml;q=0.9,"
                                        + " */*;q=0.1");
        if (!state.etag().isEmpty()) {
            request.header("If-None-Match", state.etag());
        }
        if (!state.modified().isEmpty()) {
            request.header("If-Modified-Since", state.modified());
        }
        return request.build();
    }

    @Control("COL-06")
    private FeedAnswer read(HttpAnswer answer) throws IOException {
        int status = answer.status();
        if (status == 304) {
            return new FeedAnswer.Unchanged();
        }
        if (status == 410) {
            return new FeedAnswer.Gone();
        }
        if (status == 429 || status == 503) {
            return new FeedAnswer.Busy(retryAfter(answer));
        }
        if (status != 200) {
            return new FeedAnswer.Failure("the server answered " + status);
        }
        byte[] bytes = answer.body(MOST_BYTES);
        if (bytes == null) {
            return new FeedAnswer.Failure("longer than " + MOST_BYTES + " bytes");
        }
        FeedState state =
                new FeedState(
                        answer.url().toString(),
                        answer.header("ETag"),
                        answer.header("Last-Modified"));
        return new FeedAnswer.Document(bytes, answer.header("Content-Type"), state);
    }

    private Duration retryAfter(HttpAnswer answer) {
        Duration asked = RetryAfter.of(answer.header("Retry-After"), clock.instant());
        if (asked == null) {
            return NO_REASON_TO_HURRY;
        }
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }
}
