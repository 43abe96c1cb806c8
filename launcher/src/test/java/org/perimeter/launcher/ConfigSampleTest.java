// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.KeysConfig;
import org.perimeter.policy.config.RulebookConfig;
import org.perimeter.policy.config.StoreConfig;

import java.nio.file.Path;

final class ConfigSampleTest {

    private static final Path SAMPLE = Checkout.root().resolve("config.sample.yaml");

    @Test
    void documentsSectionsThatCanBeRead() {
        // When
        ConfigFile file = ConfigFile.read(SAMPLE);

        // Then
        assertThat(file.section("store", StoreConfig.class).url()).startsWith("http://127.0.0.1");
        assertThat(file.section("keys", KeysConfig.class).folder()).isEqualTo("keys");
        assertThat(file.section("rulebook", RulebookConfig.class).folder()).isEqualTo("rulebook");
    }
}
