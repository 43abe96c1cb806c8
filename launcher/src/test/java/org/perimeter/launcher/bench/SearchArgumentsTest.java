// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.command.CommandManner;

import picocli.CommandLine.ParameterException;

import java.nio.file.Path;

final class SearchArgumentsTest {

    @Test
    void isSmallUnlessMoreIsAskedFor() {
        // When
        SearchArguments plain = read();

        // Then
        assertThat(plain.posts()).isEqualTo(50_000);
        assertThat(plain.data()).isNull();
    }

    @Test
    void takesTheBigForm() {
        // When
        SearchArguments big = read("--posts", "1000000", "--data", "kept");

        // Then
        assertThat(big.posts()).isEqualTo(1_000_000);
        assertThat(big.data()).isAbsolute().endsWithRaw(Path.of("kept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--posts", "--posts 0", "--posts x", "--searches -1", "--colour red"})
    void refusesTheRest(String line) {
        // When
        String[] arguments = line.split(" ");

        // Then
        assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> read(arguments));
    }

    private static SearchArguments read(String... arguments) {
        return CommandManner.read(new SearchArguments(), arguments);
    }
}
