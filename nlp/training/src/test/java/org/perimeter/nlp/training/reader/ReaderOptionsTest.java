// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

final class ReaderOptionsTest {

    @Test
    void readsFoldersAndEpochs() {
        assertThat(parse("--data in --out out"))
                .isEqualTo(new ReaderOptions(Path.of("in"), Path.of("out"), 3));
        assertThat(parse("--epochs 1 --out out --data in").epochs()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--data in",
                "--out out",
                "--data in --out out --epochs 0",
                "--data in --out out --epochs many",
                "--data in --out out --epochs",
                "--data in --out out --speed 3"
            })
    void refusesEveryOtherCall(String call) {
        assertThatThrownBy(() -> parse(call)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReaderOptions parse(String call) {
        return ReaderOptions.parse(call.split(" ", -1));
    }
}
