// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.Message;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

/**
 * Sends over HTTP: signed, within its time, only where the endpoint may be, following nobody
 * elsewhere. Of the answer it takes the status and one header; the body is nobody's business.
 */
public final class HttpSender implements Sender, AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final OkHttpClient client;
    private final Dns resolver;
    private final Clock clock;

    /**
     * @param resolver for names
     * @param patience for a whole attempt
     * @param clock wall clock, for the signature
     */
    public HttpSender(Dns resolver, Duration patience, Clock clock) {
        this.resolver = resolver;
        this.clock = clock;
        this.client =
                new OkHttpClient.Builder()
                        .proxy(Proxy.NO_PROXY)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(CONNECT)
                        .readTimeout(patience)
                        .writeTimeout(patience)
                        .callTimeout(patience)
                        .build();
    }

    @Override
    public Attempt send(Endpoint endpoint, Message message) {
        GuardedDns dns =
                new GuardedDns(resolver, endpoint.allowPrivate(), endpoint.url().isHttps());
        try {
            requireLiteral(endpoint.url().host(), dns);
            Call call = client.newBuilder().dns(dns).build().newCall(request(endpoint, message));
            try (Response response = call.execute()) {
                Attempt attempt = Attempt.answered(response.code(), retryAfter(response));
                if (response.body().contentLength() != 0) {
                    // Closing alone would read on for a while to save the connection.
                    call.cancel();
                }
                return attempt;
            }
        } catch (GuardedDns.RefusedAddressException e) {
            return Attempt.unanswered("ADDRESS_REFUSED");
        } catch (UnknownHostException e) {
            return Attempt.unanswered("UNKNOWN_HOST");
        } catch (SSLException e) {
            return Attempt.unanswered("TLS");
        } catch (ConnectException e) {
            return Attempt.unanswered("NO_CONNECTION");
        } catch (InterruptedIOException e) {
            return Attempt.unanswered("TIMEOUT");
        } catch (IOException e) {
            return Attempt.unanswered("BROKEN_OFF");
        }
    }

    /** Lets go of the connections and ends what is under way. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /** Addresses written as such are not looked up and would pass the resolver by. */
    private static void requireLiteral(String host, GuardedDns dns) throws UnknownHostException {
        if (host.indexOf(':') >= 0 || host.matches("[0-9.]+")) {
            dns.require(InetAddress.getByName(host));
        }
    }

    private Request request(Endpoint endpoint, Message message) {
        long timestamp = clock.instant().getEpochSecond();
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        String signatures =
                endpoint.secrets().stream()
                        .map(secret -> secret.sign(message.id(), timestamp, body))
                        .collect(Collectors.joining(" "));
        return new Request.Builder()
                .url(endpoint.url())
                .header("User-Agent", "Perimeter-Webhooks/1")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signatures)
                .post(RequestBody.create(body, JSON))
                .build();
    }

    private @Nullable Duration retryAfter(Response response) {
        String value = response.header("Retry-After", "");
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return Duration.between(clock.instant(), at);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
