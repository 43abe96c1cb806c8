// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.launcher.process.LauncherException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

final class WebhookReceiverTest {

    private static final String BODY =
            "{\"type\":\"alert.created\",\"data\":{\"alertId\":\"a1\",\"state\":\"RAISED\","
                    + "\"category\":\"SHOOTING\",\"authors\":2,\"incidentId\":\"cad:7\","
                    + "\"exercise\":true}}";

    private final String secret = WebhookReceiver.newSecret();
    private final long now = Instant.now().getEpochSecond();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private WebhookReceiver receiver;

    @BeforeEach
    void start() {
        receiver = WebhookReceiver.start(0, secret, received::add, InstantSource.system());
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private int post(String id, String timestamp, String signature, String body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(receiver.url()))
                                .header("webhook-id", id)
                                .header("webhook-timestamp", timestamp)
                                .header("webhook-signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int post(String id, String body) throws Exception {
        return post(id, Long.toString(now), new Webhook(secret).sign(id, now, body), body);
    }

    @Test
    void takesWhatIsSignedAndTellsItOnOneLine() throws Exception {
        // When
        int status = post("alert_a1-1-raised", BODY);

        // Then
        assertThat(status).isEqualTo(204);
        assertThat(receiver.delivered()).isEqualTo(1);
        assertThat(receiver.verified()).isEqualTo(1);
        assertThat(received.get(0).type()).isEqualTo("alert.created");
        assertThat(received.get(0).line())
                .endsWith(
                        " verified alert.created alert_a1-1-raised RAISED SHOOTING, authors 2,"
                                + " incident cad:7 (exercise)");
    }

    @Test
    void knowsWhatItHasAlready() throws Exception {
        // Given
        post("alert_a1-1-raised", BODY);

        // When
        int status = post("alert_a1-1-raised", BODY);

        // Then
        assertThat(status).isEqualTo(204);
        assertThat(received).extracting(Received::repeated).containsExactly(false, true);
        assertThat(received.get(1).line()).contains(" repeated ");
    }

    @ParameterizedTest
    @CsvSource({
        "x, 0, 'v1,AAAA'",
        "x, NOW, 'v1,AAAA'",
        "x, NOW, nonsense",
        "x, NOW, 'v1,!!'",
        "x, soon, 'v1,AAAA'",
        "x, 99999999999999999999, 'v1,AAAA'"
    })
    void refusesWhatIsNotSignedAndRepeatsNothingOfIt(String id, String timestamp, String signature)
            throws Exception {
        // When
        int status = post(id, timestamp.equals("NOW") ? "" + now : timestamp, signature, BODY);

        // Then
        assertThat(status).isEqualTo(401);
        assertThat(receiver.verified()).isZero();
        assertThat(received.get(0).line()).contains("REFUSED").doesNotContain("alert", "cad:7");
    }

    @Test
    void refusesABodyWithoutEnd() throws Exception {
        // When
        int status = post("x", "x".repeat(2_000_000));

        // Then
        assertThat(status).isEqualTo(413);
        assertThat(receiver.verified()).isZero();
    }

    @Test
    void printsOnlyWhatNamesAreMadeOf() throws Exception {
        // When
        post("x", "{\"type\":\"a\\u001b[2Jb\\n\",\"data\":{\"alertId\":1,\"state\":\"\\u202e\"}}");

        // Then
        assertThat(received.get(0).line()).matches("[ -~]+").contains("a??2Jb?");
    }

    @Test
    void saysThatItsPortIsTaken() {
        // Given
        int port = URI.create(receiver.url()).getPort();

        // When, Then
        assertThatThrownBy(
                        () ->
                                WebhookReceiver.start(
                                        port, secret, received::add, InstantSource.system()))
                .isInstanceOf(LauncherException.class)
                .hasMessage("port " + port + " on 127.0.0.1 is taken; choose another with --port");
    }

    @Test
    void refusesASecretThatIsNone() {
        // When, Then
        assertThatThrownBy(
                        () ->
                                WebhookReceiver.start(
                                        0, "whsec_!!", received::add, InstantSource.system()))
                .isInstanceOf(LauncherException.class)
                .hasMessage("the secret must be whsec_ and Base64");
    }
}
