// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatencyArgumentsTest {

    @Test
    void takesEveryOption() {
        // When
        LatencyArguments given =
                LatencyArguments.parse("--posts", "30", "--per-second", "2", "--background", "0");

        // Then
        assertThat(given).isEqualTo(new LatencyArguments(30, 2, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--posts", "--posts 0", "--per-second 1001", "--background -1", "--tint 3"})
    void refusesTheRest(String line) {
        // When
        String[] arguments = line.split(" ");

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> LatencyArguments.parse(arguments));
    }
}
