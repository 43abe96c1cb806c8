// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.search.webhook.message.EventType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

final class WebhookConfigTest {

    private static final String GOOD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    @TempDir Path folder;

    /** The section of the configuration, with what the test is not about. */
    record Section(List<WebhookConfig> webhooks) {}

    private ConfigFile file(String webhook) throws IOException {
        return ConfigFile.read(
                Files.writeString(
                        folder.resolve("config.yaml"),
                        "console: { webhooks: [ { " + webhook + " } ] }\n"));
    }

    private static List<WebhookConfig> read(ConfigFile file) {
        return file.section("console", Section.class).webhooks();
    }

    @Test
    void whatIsLeftOutMeansAllEventsAndTheInternetOnly() throws IOException {
        // Given
        ConfigFile file =
                file("id: cad, url: \"https://cad.example.org/hook\", secrets: [\"env:CAD\"]");

        // When
        List<Endpoint> endpoints = Endpoint.open(read(file), file, Map.of("CAD", GOOD)::get);

        // Then
        assertThat(endpoints).hasSize(1);
        assertThat(endpoints.get(0).allowPrivate()).isFalse();
        assertThat(endpoints.get(0).events()).containsExactlyInAnyOrder(EventType.values());
        assertThat(endpoints.get(0).origin()).isEqualTo("https://cad.example.org");
    }

    @Test
    void everyKeyIsTaken() throws IOException {
        // Given
        Path secret = Files.writeString(folder.resolve("new.secret"), GOOD + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        ConfigFile file =
                file(
                        "id: cad, url: \"http://127.0.0.1:9090/hook?token=x\", allowPrivate: true,"
                                + " secrets: [\"file:new.secret\", \"env:OLD\"], events:"
                                + " [alert.created, alert.retracted]");

        // When
        List<Endpoint> endpoints = Endpoint.open(read(file), file, Map.of("OLD", GOOD)::get);

        // Then
        Endpoint endpoint = endpoints.get(0);
        assertThat(endpoint.allowPrivate()).isTrue();
        assertThat(endpoint.secrets()).hasSize(2);
        assertThat(endpoint.events())
                .containsExactlyInAnyOrder(EventType.ALERT_CREATED, EventType.ALERT_RETRACTED);
        assertThat(endpoint.origin()).isEqualTo("http://127.0.0.1:9090");
        assertThat(endpoint.toString()).doesNotContain(GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id|url: \"https://a.example.org\", secrets: [\"env:A\"]",
                "id|id: A B, url: \"https://a.example.org\", secrets: [\"env:A\"]",
                "url|id: a, secrets: [\"env:A\"]",
                "url|id: a, url: \"http://a.example.org\", secrets: [\"env:A\"]",
                "url|id: a, url: \"ftp://a.example.org\", secrets: [\"env:A\"]",
                "url|id: a, url: \"file:///etc/passwd\", secrets: [\"env:A\"], allowPrivate: true",
                "url|id: a, url: \"https://u:p@a.example.org\", secrets: [\"env:A\"]",
                "url|id: a, url: \"https://a.example.org/#x\", secrets: [\"env:A\"]",
                "secrets|id: a, url: \"https://a.example.org\"",
                "secrets|id: a, url: \"https://a.example.org\", secrets: []",
                "secrets[1]|id: a, url: \"https://a.example.org\", secrets: [\"env:A\", \"whsec_x\"]",
                "events|id: a, url: \"https://a.example.org\", secrets: [\"env:A\"], events: [x]",
                "events|id: a, url: \"https://a.example.org\", secrets: [\"env:A\"], events: []",
                "events|id: a, url: \"https://a.example.org\", secrets: [\"env:A\"], events:"
                        + " [webhook.ping]",
                "secret|id: a, url: \"https://a.example.org\", secrets: [\"env:A\"], secret: x"
            })
    void aBadValueIsNamedByItsPath(String keyAndYaml) throws IOException {
        // Given
        String key = keyAndYaml.substring(0, keyAndYaml.indexOf('|'));
        ConfigFile file = file(keyAndYaml.substring(key.length() + 1));

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(file))

                // Then
                .satisfies(
                        e ->
                                assertThat(e.problems().get(0).path())
                                        .isEqualTo("console.webhooks[0]." + key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sesame", "whsec_!!", "whsec_c2hvcnQ="})
    void aSecretThatIsMissingOrWeakIsNamedByItsPathAndNotRepeated(String secret)
            throws IOException {
        // Given
        ConfigFile file =
                file("id: a, url: \"https://a.example.org\", secrets: [\"env:A\", \"env:B\"]");

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () -> Endpoint.open(read(file), file, Map.of("A", GOOD, "B", secret)::get))

                // Then
                .satisfies(
                        e -> {
                            assertThat(e.problems()).hasSize(1);
                            assertThat(e.problems().get(0).path())
                                    .isEqualTo("console.webhooks[0].secrets[1]");
                            assertThat(secret.isEmpty() || !String.valueOf(e).contains(secret))
                                    .isTrue();
                        });
    }
}
