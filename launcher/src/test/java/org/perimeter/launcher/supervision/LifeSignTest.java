// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

final class LifeSignTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void findsNothingBeforeTheFirstLauncher() {
        // When / Then
        assertThat(sign(NOON).left()).isEmpty();
    }

    @Test
    void tellsWhenALauncherThatWasKilledLivedLast() {
        // Given
        sign(NOON).give();
        sign(NOON.plusSeconds(1)).give();

        // When / Then
        assertThat(sign(NOON.plusSeconds(3_600)).left()).contains(NOON.plusSeconds(1));
    }

    @Test
    void tellsNothingOfALauncherThatEndedInOrder() {
        // Given
        sign(NOON).give();

        // When
        sign(NOON).withdraw();

        // Then
        assertThat(sign(NOON.plusSeconds(5)).left()).isEmpty();
        assertThat(folder.resolve("up")).isEmptyDirectory();
    }

    @Test
    void takesAHalfWrittenSignForNone() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("up"));
        Files.writeString(folder.resolve("up/alive"), "2026-11");

        // When / Then
        assertThat(sign(NOON).left()).isEmpty();
    }

    private LifeSign sign(Instant now) {
        return new LifeSign(folder.resolve("up").resolve("alive"), InstantSource.fixed(now));
    }
}
