// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

import org.perimeter.connectors.http.AddressRefusedException;
import org.perimeter.connectors.http.HttpAnswer;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.connectors.http.NetworkReach;
import org.perimeter.connectors.http.RetryAfter;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.Message;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;

/**
 * Sends over HTTP: signed, within its time, only where the endpoint may be, following nobody
 * elsewhere. Of the answer it takes the status and one header; the body is nobody's business.
 */
public final class HttpSender implements Sender, AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpDoor door;
    private final Clock clock;

    /**
     * @param door to the receivers
     * @param clock wall clock, for the signature
     */
    public HttpSender(HttpDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    public Attempt send(Endpoint endpoint, Message message) {
        NetworkReach reach =
                endpoint.allowPrivate() ? NetworkReach.INTERNET_OR_INSIDE : NetworkReach.INTERNET;
        try (HttpAnswer answer = door.ask(request(endpoint, message), reach)) {
            return Attempt.answered(
                    answer.status(), RetryAfter.of(answer.header("Retry-After"), clock.instant()));
        } catch (AddressRefusedException e) {
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

    /** Ends what is under way. */
    @Override
    public void close() {
        door.close();
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
}
