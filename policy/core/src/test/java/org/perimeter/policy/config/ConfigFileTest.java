// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ConfigFileTest {

    @TempDir private Path folder;

    @Test
    void readsASectionAndResolvesPathsAgainstTheFile() throws IOException {
        // Given
        Path file =
                write(
                        "store: { url: \"http://127.0.0.1:9251\" }\nkeys: { folder: secrets/keys }\n");

        // When
        ConfigFile config = ConfigFile.read(file);

        // Then
        StoreConfig store = config.section("store", StoreConfig.class);
        assertThat(store).isEqualTo(new StoreConfig("http://127.0.0.1:9251", "perimeter"));
        KeysConfig keys = config.section("keys", KeysConfig.class);
        assertThat(config.resolve(keys.folder())).isEqualTo(folder.resolve("secrets/keys"));
    }

    @Test
    void refusesAnUnknownSectionByName() throws IOException {
        // Given
        Path file = write("stroe: { url: x }\n");

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigFile.read(file))

                // Then
                .withMessageContaining("stroe: unknown section")
                .withMessageContaining("store");
    }

    @Test
    void namesThePathOfAnUnknownKey() throws IOException {
        // Given
        ConfigFile config =
                ConfigFile.read(write("store: { url: \"http://localhost:1\", shards: 3 }\n"));

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.section("store", StoreConfig.class))

                // Then
                .withMessageContaining("store.shards: unknown key");
    }

    @Test
    void namesThePathOfAValueThatAConstructorRefuses() throws IOException {
        // Given
        ConfigFile config = ConfigFile.read(write("store: { url: \"ftp://localhost\" }\n"));

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.section("store", StoreConfig.class))

                // Then
                .withMessageContaining("store.url: an http or https address is required (line 1)");
    }

    @Test
    void saysWhichSectionIsMissing() throws IOException {
        // Given
        ConfigFile config = ConfigFile.read(write("keys: { folder: keys }\n"));

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.section("store", StoreConfig.class))

                // Then
                .withMessageContaining("store: section is missing");
    }

    @Test
    void refusesADuplicateKey() throws IOException {
        // Given
        Path file = write("keys: { folder: a }\nkeys: { folder: b }\n");

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigFile.read(file))

                // Then
                .withMessageContaining("keys: the key appears twice (line 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "010", "1_000", "*a", "!!str a", "[1"})
    void readsNoMoreOfYamlThanARulebookMayHold(String value) throws IOException {
        // Given
        Path file = write("keys:\n  folder: " + value + "\n");

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigFile.read(file))

                // Then
                .withMessageMatching("(?s).*\\(line [23]\\).*");
    }

    @Test
    void refusesAFractionWhereAWholeNumberIsMeant() throws IOException {
        // Given
        ConfigFile config = ConfigFile.read(write("jobs:\n  parallelism: 1.5\n"));

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.section("jobs", Parallel.class))

                // Then
                .withMessageContaining("jobs.parallelism: ")
                .withMessageContaining("(line 2)");
    }

    @Test
    void tellsHowToNameTheFileWhenItIsNotThere() {
        // Given
        Path absent = folder.resolve("absent.yaml");

        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigFile.read(absent))

                // Then
                .withMessageContaining("--config");
    }

    /** A section with a whole number. */
    record Parallel(int parallelism) {}

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), yaml);
    }
}
