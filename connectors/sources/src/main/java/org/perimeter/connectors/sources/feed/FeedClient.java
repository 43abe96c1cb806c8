// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.perimeter.policy.controls.Control;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Set;

/**
 * Asks one server for one feed: within its time and size, and never anywhere else than on the host,
 * port and scheme that were configured.
 */
final class FeedClient {

    /** Largest feed in bytes, decompressed. */
    static final int MOST_BYTES = 5_000_000;

    private static final int MOST_MOVES = 3;
    private static final long LONGEST_WAIT_SECONDS = 24 * 3600;
    private static final Duration NO_REASON_TO_HURRY = Duration.ofMinutes(5);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final OkHttpClient client;
    private final PinnedDns dns;
    private final String agent;

    /**
     * @param url as configured
     * @param contact whom the server's people can ask, part of the user agent
     * @param resolver for names
     */
    FeedClient(String url, String contact, Dns resolver) {
        HttpUrl address = HttpUrl.get(url);
        this.dns = new PinnedDns(resolver, THIS_MACHINE.contains(address.host()));
        this.agent = "perimeter (" + contact + ")";
        this.client =
                new OkHttpClient.Builder()
                        .dns(dns)
                        .proxy(Proxy.NO_PROXY)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(Duration.ofSeconds(5))
                        .readTimeout(Duration.ofSeconds(10))
                        .callTimeout(Duration.ofSeconds(20))
                        .build();
    }

    /** Asks for the feed, unless it is as the state knows it. */
    FeedAnswer ask(FeedState state) {
        FeedState current = state;
        for (int moves = 0; moves <= MOST_MOVES; moves++) {
            HttpUrl url = HttpUrl.get(current.url());
            try (Response response = client.newCall(request(url, current)).execute()) {
                int code = response.code();
                if (code != 301 && code != 308) {
                    return read(response, current);
                }
                HttpUrl next = url.resolve(response.header("Location", ""));
                if (next == null || !isSameServer(url, next)) {
                    return new FeedAnswer.Failure("moved to another server; not followed");
                }
                current = FeedState.of(next.toString());
            } catch (IOException e) {
                return new FeedAnswer.Failure("cannot read: " + e.getClass().getSimpleName());
            }
        }
        return new FeedAnswer.Failure("moved too often");
    }

    /** Lets go of the connections. */
    void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private Request request(HttpUrl url, FeedState state) throws IOException {
        String host = url.host();
        // Addresses written as such are not looked up and would pass the resolver by.
        if (host.indexOf(':') >= 0 || host.matches("[0-9.]+")) {
            dns.require(InetAddress.getByName(host));
        }
        Request.Builder request =
                new Request.Builder()
                        .url(url)
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
    private static FeedAnswer read(Response response, FeedState asked) throws IOException {
        int code = response.code();
        if (code == 304) {
            return new FeedAnswer.Unchanged();
        }
        if (code == 410) {
            return new FeedAnswer.Gone();
        }
        if (code == 429 || code == 503) {
            return new FeedAnswer.Busy(retryAfter(response));
        }
        if (code != 200) {
            return new FeedAnswer.Failure("the server answered " + code);
        }
        try (InputStream body = response.body().byteStream()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return new FeedAnswer.Failure("longer than " + MOST_BYTES + " bytes");
            }
            FeedState state =
                    new FeedState(
                            asked.url(),
                            response.header("ETag", ""),
                            response.header("Last-Modified", ""));
            return new FeedAnswer.Document(bytes, response.header("Content-Type", ""), state);
        }
    }

    private static Duration retryAfter(Response response) {
        String value = response.header("Retry-After", "");
        return value.matches("\\d{1,9}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT_SECONDS))
                : NO_REASON_TO_HURRY;
    }

    private static boolean isSameServer(HttpUrl one, HttpUrl other) {
        return one.host().equals(other.host())
                && one.port() == other.port()
                && one.scheme().equals(other.scheme());
    }
}
