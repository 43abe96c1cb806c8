// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.endpoint.SigningSecret;
import org.perimeter.search.webhook.endpoint.WebhookConfig;

import java.util.List;

/** Endpoints for tests, all with one secret. */
public final class TestEndpoint {

    private TestEndpoint() {}

    public static Endpoint at(String id, String url, boolean allowPrivate) {
        return Endpoint.of(
                new WebhookConfig(id, url, List.of("env:UNUSED"), null, allowPrivate),
                List.of(SigningSecret.parse(TestReceiver.SECRET)));
    }

    public static Endpoint of(String id, String... events) {
        return Endpoint.of(
                new WebhookConfig(
                        id,
                        "https://" + id + ".example.org/hook",
                        List.of("env:UNUSED"),
                        events.length == 0 ? null : List.of(events),
                        null),
                List.of(SigningSecret.parse(TestReceiver.SECRET)));
    }
}
