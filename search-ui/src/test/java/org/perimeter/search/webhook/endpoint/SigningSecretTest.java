// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Our signatures against a library that others wrote. */
final class SigningSecretTest {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
    private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDCjvEXVPD8DE=";
    private static final String ID = "alert_0123-1-raised";
    private static final String BODY = "{\"type\":\"alert.created\",\"data\":{\"x\":\"Þórr 🌩\"}}";

    private final long now = Instant.now().getEpochSecond();

    private static void verify(String secret, String id, long at, String signature, String body)
            throws Exception {
        new Webhook(secret)
                .verify(
                        body,
                        Map.of(
                                "webhook-id", List.of(id),
                                "webhook-timestamp", List.of(Long.toString(at)),
                                "webhook-signature", List.of(signature)));
    }

    private String sign(String secret) {
        return SigningSecret.parse(secret).sign(ID, now, BODY.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLibraryAcceptsWhatWeSign() throws Exception {
        // When
        String signature = sign(OLD);

        // Then
        verify(OLD, ID, now, signature, BODY);
        assertThat(signature).isEqualTo(new Webhook(OLD).sign(ID, now, BODY));
    }

    @Test
    void theLibraryAcceptsEitherSecretWhileThereAreTwo() throws Exception {
        // When
        String signatures = sign(NEW) + " " + sign(OLD);

        // Then
        verify(OLD, ID, now, signatures, BODY);
        verify(NEW, ID, now, signatures, BODY);
    }

    @Test
    void theLibraryRefusesWhateverWasChanged() {
        // Given
        String signature = sign(OLD);

        // When, Then
        assertRefused(NEW, ID, now, signature, BODY);
        assertRefused(OLD, "alert_0123-2-raised", now, signature, BODY);
        assertRefused(OLD, ID, now - 1, signature, BODY);
        assertRefused(OLD, ID, now, signature, BODY + " ");
    }

    private static void assertRefused(
            String secret, String id, long at, String signature, String body) {
        assertThatThrownBy(() -> verify(secret, id, at, signature, body))
                .isInstanceOf(WebhookVerificationException.class);
    }
}
