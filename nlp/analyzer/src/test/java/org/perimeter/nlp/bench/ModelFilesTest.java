// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class ModelFilesTest {

    private static final long MEGABYTE = 1_000_000;

    @Test
    void staysWithinNinetyMegabytesOfModels() throws IOException {
        // When
        long bytes = ModelFiles.bytes();

        // Then
        assertThat(bytes).isBetween(20 * MEGABYTE, 90 * MEGABYTE);
    }
}
