// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.TestSigners;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tree.MemoryTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class TileLogTest {

    private static final NoteSigner SIGNER = TestSigners.signer("log.example/audit");

    @TempDir private Path temporary;

    @Test
    void makesTheSameTreeWhateverTheBatches() throws IOException {
        // Given
        Random random = new Random(7);
        Path folder = temporary.resolve("log");

        // When
        int size = 0;
        while (size < 1000) {
            // Reopened each time, so that the edge is read back at many sizes.
            try (TileLog log = TileLog.open(folder, SIGNER)) {
                int count = random.nextInt(200);
                log.append(entries(size, size + count), Map.of("p", size + 1L));
                size += count;
            }
        }

        // Then
        assertThat(head(folder).size()).isEqualTo(size);
        assertThat(head(folder).root()).isEqualTo(MemoryTree.ofSize(size).root(size));
    }

    @Test
    void writesTheTilesOfTheSpecificationsExample() throws IOException {
        // Given
        MemoryTree tree = MemoryTree.ofSize(70_000);

        // When
        try (TileLog log = TileLog.open(temporary, SIGNER)) {
            log.append(entries(0, 300), Map.of());
            log.append(entries(300, 70_000), Map.of());
        }

        // Then
        assertThat(head(temporary).root()).isEqualTo(tree.root(70_000));
        assertThat(temporary.resolve("tile/0/272")).hasSize(8192);
        assertThat(temporary.resolve("tile/0/273.p/112")).hasSize(112 * 32);
        assertThat(temporary.resolve("tile/1/000")).hasSize(8192);
        assertThat(temporary.resolve("tile/1/001.p/17")).hasSize(17 * 32);
        assertThat(temporary.resolve("tile/2/000.p/1")).hasSize(32);
        assertThat(temporary.resolve("tile/entries/273.p/112")).exists();
        assertThat(temporary.resolve("tile/0/001.p")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 256", "5, 3", "250, 6", "250, 700", "65530, 10"})
    void finishesABatchThatACrashCutShort(int before, int count) throws IOException {
        // Given
        Path old = temporary.resolve("old");
        Path complete = temporary.resolve("complete");
        try (TileLog log = TileLog.open(old, SIGNER)) {
            log.append(entries(0, before), before == 0 ? Map.of() : Map.of("p", 1L));
        }
        Folders.copy(old, complete);
        Path killed = temporary.resolve("killed");
        try (TileLog log = TileLog.open(complete, SIGNER)) {
            log.append(entries(before, before + count), Map.of("p", 9L));
            Folders.copy(complete, killed);
        }
        List<String> written = changed(old, complete);

        // Copying the large log takes long, so that only some moments of it are tried.
        int step = before > 1000 ? 4 : 1;
        for (int survived = 0; survived <= written.size(); survived += step) {
            Path crashed = temporary.resolve("crashed-" + survived);
            Folders.copy(old, crashed);
            Folders.copyFile(killed, crashed, "writer/journal");
            for (String name : written.subList(0, survived)) {
                Folders.copyFile(killed, crashed, name);
            }
            Files.write(crashed.resolve("checkpoint.new"), new byte[] {1, 2, 3});

            // When
            long mark;
            try (TileLog log = TileLog.open(crashed, SIGNER)) {
                mark = log.mark("p");
            }

            // Then
            assertThat(mark).isEqualTo(9);
            assertThat(head(crashed)).isEqualTo(head(complete));
            for (String name : written) {
                assertThat(crashed.resolve(name)).hasSameBinaryContentAs(complete.resolve(name));
            }
        }
    }

    @Test
    void refusesASecondWriter() throws IOException {
        // Given
        try (TileLog first = TileLog.open(temporary, SIGNER)) {
            // When / Then
            assertThatThrownBy(() -> TileLog.open(temporary, SIGNER))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another writer");
            assertThat(first.size()).isZero();
        }
        TileLog.open(temporary, SIGNER).close();
    }

    @Test
    void refusesToGoBackToAnEarlierCheckpoint() throws IOException {
        // Given
        byte[] earlier;
        try (TileLog log = TileLog.open(temporary, SIGNER)) {
            log.append(entries(0, 3), Map.of());
            earlier = Files.readAllBytes(temporary.resolve("checkpoint"));
            log.append(entries(3, 5), Map.of());
            log.append(entries(5, 8), Map.of());
        }
        Files.write(temporary.resolve("checkpoint"), earlier);

        // When / Then
        assertThatThrownBy(() -> TileLog.open(temporary, SIGNER))
                .isInstanceOf(MalformedLogException.class)
                .hasMessage("the checkpoint is of size 3 but the writer had reached 8");
        assertThat(Files.readAllBytes(temporary.resolve("checkpoint"))).isEqualTo(earlier);
    }

    @Test
    void refusesTheLogOfAnotherKey() throws IOException {
        // Given
        TileLog.open(temporary, SIGNER).close();

        // When / Then
        assertThatThrownBy(() -> TileLog.open(temporary, TestSigners.signer("log.example/audit")))
                .isInstanceOf(MalformedLogException.class)
                .hasMessageContaining("not signed by");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkpoint",
                "writer/journal",
                "tile/0/001.p/44",
                "tile/1/000.p/1",
                "tile/entries/001.p/44"
            })
    void refusesToGoOnWhenAFileOfTheEdgeIsGoneOrDamaged(String name) throws IOException {
        // Given
        try (TileLog log = TileLog.open(temporary, SIGNER)) {
            log.append(entries(0, 300), Map.of());
        }
        byte[] bytes = Files.readAllBytes(temporary.resolve(name));

        // When / Then
        Files.delete(temporary.resolve(name));
        assertThatThrownBy(() -> TileLog.open(temporary, SIGNER))
                .isInstanceOf(MalformedLogException.class);
        bytes[bytes.length / 2] ^= 4;
        Files.write(temporary.resolve(name), bytes);
        assertThatThrownBy(() -> TileLog.open(temporary, SIGNER))
                .isInstanceOf(MalformedLogException.class);
    }

    @Test
    void refusesAMarkThatDoesNotRise() throws IOException {
        try (TileLog log = TileLog.open(temporary, SIGNER)) {
            // Given
            log.append(entries(0, 1), Map.of("p", 5L));

            // When / Then
            assertThatThrownBy(() -> log.append(entries(1, 2), Map.of("p", 5L)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(log.size()).isEqualTo(1);
        }
    }

    @Test
    void refusesToGoOnAfterAFailedWrite() throws IOException {
        try (TileLog log = TileLog.open(temporary, SIGNER)) {
            // Given
            Path tile = temporary.resolve("tile");
            Files.writeString(tile, "a file where a folder must be");
            assertThatThrownBy(() -> log.append(entries(0, 1), Map.of()))
                    .isInstanceOf(IOException.class);
            Files.delete(tile);

            // When / Then
            assertThatThrownBy(() -> log.append(entries(0, 1), Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reopened");
        }
        try (TileLog log = TileLog.open(temporary, SIGNER)) {
            assertThat(log.size()).isEqualTo(1);
        }
    }

    /** Names of published files that differ, in the order in which the writer writes them. */
    private static List<String> changed(Path old, Path complete) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : Folders.files(complete)) {
            String name = complete.relativize(file).toString();
            byte[] before = new DirectoryTiles(old).find(name);
            if (!name.startsWith("writer") && !Arrays.equals(before, Files.readAllBytes(file))) {
                names.add(name);
            }
        }
        names.sort(Comparator.comparingInt(TileLogTest::order));
        return names;
    }

    private static int order(String name) {
        return name.startsWith("tile/entries") ? 0 : name.startsWith("tile") ? 1 : 2;
    }

    private static List<byte[]> entries(int from, int to) {
        return IntStream.range(from, to).mapToObj(MemoryTree::entry).toList();
    }

    private static Checkpoint head(Path folder) throws IOException {
        return Checkpoint.open(new DirectoryTiles(folder).readCheckpoint(), SIGNER.verifierKey());
    }
}
