// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one way out to servers whose addresses somebody configured: connects to checked addresses
 * only, in its time, and goes nowhere because a server says so, except to another page of its own.
 * All doors of a process share one client.
 */
public final class HttpDoor implements AutoCloseable {

    /** For a whole exchange. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int MOST_MOVES = 3;

    private static final OkHttpClient SHARED =
            new OkHttpClient.Builder()
                    .proxy(Proxy.NO_PROXY)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .connectTimeout(CONNECT)
                    .build();

    private final OkHttpClient client;
    private final Dns resolver;
    private final Set<Call> running = ConcurrentHashMap.newKeySet();

    /** A door that resolves names as this system does. */
    public HttpDoor() {
        this(Dns.SYSTEM, PATIENCE);
    }

    /**
     * @param resolver for names
     * @param patience for a whole exchange
     */
    public HttpDoor(Dns resolver, Duration patience) {
        this.resolver = resolver;
        this.client =
                SHARED.newBuilder()
                        .readTimeout(patience)
                        .writeTimeout(patience)
                        .callTimeout(patience)
                        .build();
    }

    /**
     * Asks once and follows nobody elsewhere.
     *
     * @param reach where the address may lead
     * @return to be closed
     * @throws AddressRefusedException when the address may not be connected to; nothing was said
     */
    public HttpAnswer ask(Request request, NetworkReach reach) throws IOException {
        HttpUrl url = request.url();
        GuardedDns dns = new GuardedDns(resolver, reach, url.isHttps());
        dns.requireLiteral(url.host());
        Call call = client.newBuilder().dns(dns).build().newCall(request);
        running.add(call);
        try {
            Response response = call.execute();
            return new HttpAnswer(call, response, () -> running.remove(call));
        } catch (IOException e) {
            running.remove(call);
            throw e;
        }
    }

    /**
     * Asks for a document and, when it has moved for good, on the same server for where it is now:
     * same scheme, host and port.
     *
     * @param reach where the address may lead
     * @return to be closed
     * @throws AddressRefusedException when the address may not be connected to; nothing was said
     * @throws RefusedMoveException when it moved to another server, or too often
     */
    public HttpAnswer askWhereItMoved(Request request, NetworkReach reach) throws IOException {
        Request current = request;
        for (int moves = 0; moves <= MOST_MOVES; moves++) {
            HttpAnswer answer = ask(current, reach);
            if (answer.status() != 301 && answer.status() != 308) {
                return answer;
            }
            HttpUrl from = current.url();
            HttpUrl to = from.resolve(answer.header("Location"));
            answer.close();
            if (to == null || !isSameServer(from, to)) {
                throw new RefusedMoveException("moved to another server; not followed");
            }
            // What was known of the document is not known of this one.
            current =
                    current.newBuilder()
                            .url(to)
                            .removeHeader("If-None-Match")
                            .removeHeader("If-Modified-Since")
                            .build();
        }
        throw new RefusedMoveException("moved too often");
    }

    /** Ends what is under way; others who use the process's client notice nothing. */
    @Override
    public void close() {
        running.forEach(Call::cancel);
    }

    private static boolean isSameServer(HttpUrl one, HttpUrl other) {
        return one.host().equals(other.host())
                && one.port() == other.port()
                && one.scheme().equals(other.scheme());
    }
}
