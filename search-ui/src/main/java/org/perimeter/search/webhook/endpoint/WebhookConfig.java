// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.endpoint;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.key.SecretReference;
import org.perimeter.search.webhook.message.EventType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An endpoint that is told of alerts.
 *
 * @param id names it: 1 to 40 lower-case letters, digits or hyphens; a new name starts anew
 * @param url where messages are sent: https, or http when {@code allowPrivate} is set
 * @param secrets references to one to four secrets, {@code env:NAME} or {@code file:PATH}; each
 *     signs, so that a new one can be added before the old one goes
 * @param events which types of event are sent, such as {@code alert.created}; all when left out
 * @param allowPrivate whether the url may lead to this machine or a private network; false when
 *     left out
 */
public record WebhookConfig(
        String id,
        String url,
        List<String> secrets,
        @Nullable List<String> events,
        @Nullable Boolean allowPrivate) {

    private static final int MOST_SECRETS = 4;

    /**
     * @throws IllegalArgumentException when a component is not as described
     */
    public WebhookConfig {
        ConfigFile.require("id", id);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("id: 1 to 40 lower-case letters, digits or hyphens");
        }
        allowPrivate = allowPrivate != null && allowPrivate;
        requireUrl(url, allowPrivate);
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException("secrets: one to four references are required");
        }
        for (int i = 0; i < secrets.size(); i++) {
            requireReference("secrets[" + i + "]", secrets.get(i));
        }
        events = events == null ? null : List.copyOf(events);
        if (events != null) {
            requireEvents(events);
        }
    }

    /** Whether the url may lead to this machine or a private network. */
    public boolean isPrivateAllowed() {
        return Boolean.TRUE.equals(allowPrivate);
    }

    private static void requireUrl(@Nullable String url, boolean allowPrivate) {
        ConfigFile.require("url", url);
        HttpUrl parsed = url == null ? null : HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException("url: must be an https address");
        }
        if (!parsed.isHttps() && !allowPrivate) {
            throw new IllegalArgumentException(
                    "url: must be https; http is only for private addresses, with allowPrivate");
        }
        if (!parsed.username().isEmpty()
                || !parsed.password().isEmpty()
                || parsed.fragment() != null) {
            throw new IllegalArgumentException("url: must not hold a user, password or fragment");
        }
    }

    private static void requireReference(String name, String reference) {
        try {
            SecretReference unused = new SecretReference(reference);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static void requireEvents(List<String> events) {
        boolean known =
                !events.isEmpty()
                        && events.stream()
                                .map(EventType::find)
                                .allMatch(type -> type.isPresent() && type.get() != EventType.PING);
        if (!known) {
            throw new IllegalArgumentException(
                    "events: must be some of "
                            + Arrays.stream(EventType.values())
                                    .filter(type -> type != EventType.PING)
                                    .map(EventType::word)
                                    .collect(Collectors.joining(", ")));
        }
    }
}
