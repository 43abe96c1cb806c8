// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.config.StoreConfig;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rulebook.RulebookFolder;
import org.perimeter.policy.rulebook.RulebookLoader;
import org.perimeter.policy.rulebook.TrustKeys;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

final class DemoFolderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOON = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    @TempDir private Path var;

    @Test
    void makesARulebookThatGovernsThisMachineOnly() throws IOException {
        // Given
        Path demo = var.resolve("demo");

        // When
        try (DemoFolder folder = DemoFolder.take(demo)) {
            folder.govern(TODAY);
        }

        // Then
        TrustKeys trust = TrustKeys.read(demo.resolve("keys/rulebook-trust.txt"));
        var signed = RulebookFolder.read(demo.resolve("rulebook"), NOON);
        assertThat(new RulebookLoader(trust, true).load(signed, NOON))
                .isInstanceOf(RulebookCheck.Valid.class);
        assertThat(new RulebookLoader(trust, false).load(signed, NOON))
                .isInstanceOf(RulebookCheck.Invalid.class);
    }

    @Test
    void leavesNothingOfAnEarlierDemo() throws IOException {
        // Given
        Path old = var.resolve("demo/ledger/tile/0");
        Files.createDirectories(old);
        Files.writeString(old.resolve("000"), "old");

        // When
        DemoFolder.take(var.resolve("demo")).close();

        // Then
        assertThat(var.resolve("demo/ledger")).doesNotExist();
    }

    @Test
    void refusesAFolderThatAnotherDemoUses() throws IOException {
        // Given
        try (DemoFolder first = DemoFolder.take(var.resolve("demo"))) {
            assertThat(first.path()).exists();

            // When / Then
            assertThatThrownBy(() -> DemoFolder.take(var.resolve("demo")))
                    .isInstanceOf(OverlappingFileLockException.class);
        }
    }

    @Test
    void writesAConfigurationThatCanBeRead() throws IOException {
        // Given
        DemoConfig config =
                new DemoConfig(
                        9251, 0, "ws://127.0.0.1:6008/subscribe", 60, "http://127.0.0.1:9090/hook");

        // When
        Path file;
        try (DemoFolder folder = DemoFolder.take(var.resolve("demo"))) {
            file = folder.configure(config);
        }

        // Then
        StoreConfig store = ConfigFile.read(file).section("store", StoreConfig.class);
        assertThat(store.url()).isEqualTo("http://127.0.0.1:9251");
        assertThat(store.prefix()).isEqualTo("perimeter-demo");
    }
}
