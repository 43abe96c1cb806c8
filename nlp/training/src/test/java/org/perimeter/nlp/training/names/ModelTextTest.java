// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

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
                """
                head
                featureIndex.size()=\t3
                0\ta|C
                1\tb|C
                2\tc|C
                <flags>
                </flags>
                weights.length=\t3
                2\t0.51 0.5
                2\t-0.12345 0.5
                2\t1 1
                tail
                """);
        Path pruned = folder.resolve("pruned");

        // When
        ModelText.read(whole).pruned(0.02).write(pruned);

        // Then
        assertThat(read(pruned))
                .isEqualTo(
                        """
                        head
                        featureIndex.size()=\t1
                        0\tb|C
                        <flags>
                        </flags>
                        weights.length=\t1
                        2\t-0.123 0.500
                        tail
                        """);
    }

    @Test
    void meansTwoModelsByFeature() throws IOException {
        // Given
        Path one = folder.resolve("one");
        write(
                one,
                """
                featureIndex.size()=\t2
                0\ta|C
                1\tb|C
                weights.length=\t2
                2\t0.5 -0.5
                2\t1 0
                """);
        Path other = folder.resolve("other");
        write(
                other,
                """
                featureIndex.size()=\t2
                0\tc|C
                1\ta|C
                weights.length=\t2
                2\t0.2 0
                2\t0.1 0.1
                """);
        Path mean = folder.resolve("mean");

        // When
        ModelText.read(one).meanWith(ModelText.read(other)).write(mean);

        // Then
        assertThat(read(mean))
                .isEqualTo(
                        """
                        featureIndex.size()=\t3
                        0\ta|C
                        1\tb|C
                        2\tc|C
                        weights.length=\t3
                        2\t0.300 -0.200
                        2\t0.500 0.000
                        2\t0.100 0.000
                        """);
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
