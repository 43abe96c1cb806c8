// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.controls.Control;
import org.perimeter.search.signin.oidc.OidcConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The console's section: defaults, full mapping, rejections. */
final class ConsoleConfigTest {

    private static final String OIDC =
            "{ issuer: \"https://id.example.org/realms/rtcc\", clientId: perimeter, secret:"
                    + " \"file:oidc.secret\" }";

    @TempDir Path folder;

    @Test
    void aFileWithoutTheSectionGetsTheDefaults() throws IOException {
        // Given
        Path file = write("keys: { folder: keys }\n");

        // When
        ConsoleConfig config =
                ConfigFile.read(file)
                        .section("console", ConsoleConfig.class, ConsoleConfig.DEFAULT);

        // Then
        assertThat(config)
                .isEqualTo(
                        new ConsoleConfig(
                                "127.0.0.1",
                                8080,
                                "ledger",
                                List.of(Role.ANALYST, Role.SUPERVISOR),
                                null,
                                List.of(),
                                false,
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void everyKeyIsTaken() throws IOException {
        // Given
        Path file =
                write(
                        "console: { host: \"::1\", port: 0, ledger: log, roles: [BOARD],"
                                + " jurisdiction: city, demo: true }\n");

        // When
        ConsoleConfig config = read(file);

        // Then
        assertThat(config)
                .isEqualTo(
                        new ConsoleConfig(
                                "::1",
                                0,
                                "log",
                                List.of(Role.BOARD),
                                "city",
                                null,
                                true,
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void withSignInAndTlsOthersMayReachIt() throws IOException {
        // Given
        Path tls =
                write(
                        "console: { host: 0.0.0.0, publicUrl: \"https://rtcc.example.org\", tls: {"
                                + " certificate: c.pem, key: k.pem }, oidc: "
                                + OIDC
                                + " }\n");

        // When
        ConsoleConfig config = read(tls);

        // Then
        assertThat(config.isLocalOnly()).isFalse();
        assertThat(config.tls()).isEqualTo(new TlsConfig("c.pem", "k.pem"));
        assertThat(config.oidc())
                .isEqualTo(
                        new OidcConfig(
                                "https://id.example.org/realms/rtcc",
                                "perimeter",
                                "file:oidc.secret",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
    }

    @ParameterizedTest
    @Control("ACC-01")
    @ValueSource(
            strings = {
                "console.tls|{ host: 0.0.0.0, publicUrl: \"https://rtcc.example.org\", oidc: @ }",
                "console.host|{ host: 0.0.0.0, tls: { certificate: c.pem, key: k.pem } }",
                "console.host|{ host: 0.0.0.0, proxy: 10.0.0.7 }",
                "console.publicUrl|{ oidc: @ }",
                "console.publicUrl|{ publicUrl: \"http://rtcc.example.org\", oidc: @ }",
                "console.publicUrl|{ publicUrl: \"https://rtcc.example.org/a\", oidc: @ }",
                "console.publicUrl|{ publicUrl: \"https://rtcc.example.org\" }",
                "console.proxy|{ proxy: proxy.example.org, publicUrl: \"https://a.example.org\","
                        + " oidc: @ }",
                "console.proxy|{ proxy: 10.0.0.7, publicUrl: \"https://a.example.org\", oidc: @,"
                        + " tls: { certificate: c.pem, key: k.pem } }",
                "console.demo|{ demo: true, publicUrl: \"http://127.0.0.1:8080\", oidc: @ }",
                "console.tls.key|{ tls: { certificate: c.pem } }",
                "console.oidc.issuer|{ oidc: { issuer: \"http://id.example.org\", clientId: a,"
                        + " secret: \"file:s\" } }",
                "console.oidc.issuer|{ oidc: { clientId: a, secret: \"file:s\" } }",
                "console.oidc.clientId|{ oidc: { issuer: \"https://id.example.org\", secret:"
                        + " \"file:s\" } }",
                "console.oidc.secret|{ oidc: { issuer: \"https://id.example.org\", clientId: a,"
                        + " secret: hunter2 } }",
                "console.oidc.roles.boss|{ oidc: { issuer: \"https://id.example.org\", clientId: a,"
                        + " secret: \"file:s\", roles: { boss: EMPEROR } } }",
                "console.oidc.authMinutes|{ oidc: { issuer: \"https://id.example.org\", clientId: a,"
                        + " secret: \"file:s\", authMinutes: 0 } }",
                "console.oidc.rolesClaim|{ oidc: { issuer: \"https://id.example.org\", clientId: a,"
                        + " secret: \"file:s\", rolesClaim: a..b } }"
            })
    void aWayInThatIsNotSafeStopsTheStart(String pathAndYaml) throws IOException {
        aBadValueIsNamedByItsPath(pathAndYaml.replace("@", OIDC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.host|{ host: 0.0.0.0 }",
                "console.host|{ host: 10.0.0.7 }",
                "console.host|{ host: rtcc.example.org }",
                "console.host|{ host: \"::\" }",
                "console.host|{ host: \"\" }",
                "console.port|{ port: 65536 }",
                "console.port|{ port: -1 }",
                "console.roles|{ roles: [] }",
                "console.roles[0]|{ roles: [ROOT] }",
                "console.ledger|{ ledger: \" \" }",
                "console.jurisdiction|{ jurisdiction: \"\" }",
                "console.hots|{ hots: 127.0.0.1 }",
                "console.webhooks|{ webhooks: [{ id: a, url: \"https://a.example.org\", secrets:"
                        + " [env:A] }, { id: a, url: \"https://b.example.org\", secrets: [env:A]"
                        + " }] }"
            })
    void aBadValueIsNamedByItsPath(String pathAndYaml) throws IOException {
        // Given
        String path = pathAndYaml.substring(0, pathAndYaml.indexOf('|'));
        Path file = write("console: " + pathAndYaml.substring(path.length() + 1) + "\n");

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(file))

                // Then
                .satisfies(e -> assertThat(e.problems().get(0).path()).isEqualTo(path));
    }

    private static ConsoleConfig read(Path file) {
        return ConfigFile.read(file).section("console", ConsoleConfig.class);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), yaml);
    }
}
