// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.command.CommandManner;

import picocli.CommandLine.ParameterException;

final class LatencyArgumentsTest {

    @Test
    void takesEveryOption() {
        // When
        LatencyArguments given = read("--posts", "30", "--per-second", "2", "--background", "0");

        // Then
        assertThat(given.posts()).isEqualTo(30);
        assertThat(given.perSecond()).isEqualTo(2);
        assertThat(given.background()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--posts", "--posts 0", "--per-second 1001", "--background -1", "--tint 3"})
    void refusesTheRest(String line) {
        // When
        String[] arguments = line.split(" ");

        // Then
        assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read(arguments));
    }

    private static LatencyArguments read(String... arguments) {
        return CommandManner.read(new LatencyArguments(), arguments);
    }
}
