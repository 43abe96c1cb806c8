// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

class ModelTextTest {

    @TempDir private Path folder;

    @Test
    void leavesOutFeaturesThatHardlyTellLabelsApart() throws IOException {
        // Given
        Path whole = folder.resolve("whole");
        write(
                whole,
                "head\nfeatureIndex.size()=\t3\n0\ta|C\n1\tb|C\n2\tc|C\n<flags>\n</flags>\n"
                        + "weights.length=\t3\n2\t0.51 0.5\n2\t-0.12345 0.5\n2\t1 1\ntail\n");
        Path pruned = folder.resolve("pruned");

        // When
        int features = ModelText.prune(whole, pruned, 0.02);

        // Then
        assertThat(features).isEqualTo(1);
        assertThat(read(pruned))
                .isEqualTo(
                        "head\nfeatureIndex.size()=\t1\n0\tb|C\n<flags>\n</flags>\n"
                                + "weights.length=\t1\n2\t-0.123 0.500\ntail\n");
    }

    private static void write(Path file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
