// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.quality.split.Part;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

final class CorpusFilesTest {

    @TempDir private Path data;

    @Test
    void readsTheDevelopmentFolderOfACorpusInOrderOfNames() throws IOException {
        // Given
        Path dev = Files.createDirectories(data.resolve("ner_x/dev"));
        Files.writeString(dev.resolve("b.csv"), "");
        Files.writeString(dev.resolve("a.csv"), "");
        Files.writeString(data.resolve("ner_x/README.md"), "");

        // When
        CorpusFiles corpus = CorpusFiles.find(data, "ner_x", Part.HELD_OUT);

        // Then
        assertThat(corpus.files()).containsExactly(dev.resolve("a.csv"), dev.resolve("b.csv"));
        assertThat(corpus.part()).isEqualTo(Part.HELD_OUT);
    }

    @Test
    void aFileGivenOutrightIsScoredWhole() throws IOException {
        // Given
        Path file = Files.writeString(data.resolve("maryland_floods_2018.jsonl"), "");

        // When
        CorpusFiles corpus = CorpusFiles.find(file, "geo_idrisi_lmr", Part.HELD_OUT);

        // Then
        assertThat(corpus).isEqualTo(new CorpusFiles(List.of(file), Part.ALL));
        assertThat(corpus.keeps("a")).isTrue();
    }

    @Test
    void aMissingCorpusIsNamed() {
        // Given an empty folder

        // When
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> CorpusFiles.find(data, "ner_x", Part.ALL))

                // Then
                .withMessageContaining("there is no folder ner_x in");
    }

    @Test
    void packedFilesAreUnpackedOnTheWay() throws IOException {
        // Given
        Path file = data.resolve("x.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("h\u00e9llo".getBytes(StandardCharsets.UTF_8));
        }

        // When
        try (BufferedReader in = CorpusFiles.open(file)) {

            // Then
            assertThat(in.readLine()).isEqualTo("h\u00e9llo");
        }
    }
}
