// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

final class ToldTest {

    private static final Instant CALLED = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void saysHowLongAfterTheCallItSpeaks() {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Told told =
                new Told(
                        new PrintStream(bytes, true, StandardCharsets.UTF_8),
                        () -> CALLED.plusMillis(47_900),
                        CALLED);

        // When
        told.accept("the job runs");

        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("perimeter: the job runs (47 s)" + System.lineSeparator());
    }
}
