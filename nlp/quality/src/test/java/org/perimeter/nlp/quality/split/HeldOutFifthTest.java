// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;
import java.util.stream.Stream;

final class HeldOutFifthTest {

    @Test
    void knowsTheGroupsThatAnIndependentChecksumHoldsOut() {
        // Given crc32 modulo 5 of these keys, computed with zlib: 0, 0, 0, 2, 1, 2, 1
        Stream<String> keys =
                Stream.of("", "c", "x3", "a", "b", "D\u00e9j\u00e0 vu", "\ud83d\udd25 on Main St");

        // When
        Stream<Boolean> heldOut = keys.map(HeldOutFifth::contains);

        // Then
        assertThat(heldOut).containsExactly(true, true, true, false, false, false, false);
    }

    @Test
    void holdsOutAboutAFifth() {
        // Given
        IntStream keys = IntStream.range(0, 10_000);

        // When
        long heldOut = keys.filter(key -> HeldOutFifth.contains("" + key)).count();

        // Then
        assertThat(heldOut).isEqualTo(1_960);
    }
}
