// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.endpoint;

import okhttp3.HttpUrl;

import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.key.SecretReference;
import org.perimeter.policy.yaml.YamlProblem;
import org.perimeter.search.webhook.message.EventType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An endpoint with its secrets at hand.
 *
 * @param id names it
 * @param url where messages are sent
 * @param secrets each signs
 * @param events which types of event it wants
 * @param allowPrivate whether the url may lead to this machine or a private network
 */
public record Endpoint(
        String id,
        HttpUrl url,
        List<SigningSecret> secrets,
        Set<EventType> events,
        boolean allowPrivate) {

    public Endpoint {
        secrets = List.copyOf(secrets);
        events = Set.copyOf(events);
    }

    /**
     * The endpoints of a configuration.
     *
     * @param configs {@code console.webhooks}
     * @param file resolves the files that secrets are in
     * @param environment answers the value of a variable, or null
     * @throws ConfigException when a secret is missing or has the wrong form
     */
    public static List<Endpoint> open(
            List<WebhookConfig> configs, ConfigFile file, UnaryOperator<String> environment) {
        List<YamlProblem> problems = new ArrayList<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < configs.size(); i++) {
            WebhookConfig config = configs.get(i);
            List<SigningSecret> secrets = new ArrayList<>();
            for (int j = 0; j < config.secrets().size(); j++) {
                try {
                    SecretReference reference = new SecretReference(config.secrets().get(j));
                    secrets.add(SigningSecret.parse(reference.resolve(file::resolve, environment)));
                } catch (IllegalArgumentException e) {
                    String path = "console.webhooks[" + i + "].secrets[" + j + "]";
                    problems.add(file.problem(path, String.valueOf(e.getMessage())));
                }
            }
            endpoints.add(of(config, secrets));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(file.file(), problems);
        }
        return List.copyOf(endpoints);
    }

    public static Endpoint of(WebhookConfig config, List<SigningSecret> secrets) {
        List<String> events = config.events();
        return new Endpoint(
                config.id(),
                HttpUrl.get(config.url()),
                secrets,
                events == null
                        ? EnumSet.allOf(EventType.class)
                        : events.stream()
                                .flatMap(word -> EventType.find(word).stream())
                                .collect(Collectors.toSet()),
                config.isPrivateAllowed());
    }

    /** Whether it wants to hear of this. */
    public boolean wants(AlertNotice notice) {
        return events.contains(EventType.of(notice));
    }

    /** Scheme, host and port; path and query may hold a token. */
    public String origin() {
        HttpUrl origin = url.newBuilder().encodedPath("/").encodedQuery(null).build();
        String text = origin.toString();
        return text.substring(0, text.length() - 1);
    }
}
