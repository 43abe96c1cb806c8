// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.tlog.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.NoteSigner;
import org.perimeter.policy.tlog.note.TestSigners;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tree.MemoryTree;
import org.perimeter.policy.tlog.verify.EntryForm;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.policy.tlog.verify.LogVerifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A log that lost power: the journal is what counts, and its last record may be torn. */
class JournalTest {

    private static final NoteSigner SIGNER = TestSigners.signer("log.example/audit");
    private static final int BEFORE = 254;
    private static final int FIRST = 3;
    private static final int LAST = 1;

    @TempDir private Path temporary;
    private Path log;
    private final List<byte[]> checkpoints = new ArrayList<>();
    private byte[] journal = new byte[0];
    private int lastRecord;

    /** Settled at 254, then two batches: 3 entries, which fill a tile, and 1. Never closed. */
    @BeforeEach
    void killAWriter() throws IOException {
        Path running = temporary.resolve("running");
        log = temporary.resolve("log");
        try (TileLog writer = TileLog.open(running, SIGNER)) {
            writer.append(entries(0, BEFORE), Map.of("p", 1L));
            writer.settle();
            checkpoints.add(Files.readAllBytes(running.resolve("checkpoint")));
            writer.append(entries(BEFORE, BEFORE + FIRST), Map.of("p", 2L));
            checkpoints.add(Files.readAllBytes(running.resolve("checkpoint")));
            lastRecord = Files.readAllBytes(running.resolve("writer/journal")).length;
            writer.append(entries(BEFORE + FIRST, BEFORE + FIRST + LAST), Map.of());
            checkpoints.add(Files.readAllBytes(running.resolve("checkpoint")));
            journal = Files.readAllBytes(running.resolve("writer/journal"));
            Folders.copy(running, log);
        }
    }

    @Test
    void leavesOutALastRecordThatWasCutAtAnyByteAndGoesOnFromThere() throws IOException {
        Path crashed = crashed();
        for (int length = lastRecord; length < journal.length; length++) {
            // Given
            boolean zeros = length % 8 == 0;
            byte[] torn = zeros ? zeroedFrom(length) : Arrays.copyOf(journal, length);
            Folders.copy(log, crashed);
            Files.write(crashed.resolve("writer/journal"), torn);
            Files.write(crashed.resolve("checkpoint"), checkpoints.get(1));

            // When
            try (TileLog writer = TileLog.open(crashed, SIGNER)) {
                assertThat(writer.size()).isEqualTo(BEFORE + FIRST);
                assertThat(writer.mark("p")).isEqualTo(2);
                if (zeros) {
                    writer.append(entries(BEFORE + FIRST, BEFORE + FIRST + 2), Map.of("p", 3L));
                }
            }

            // Then
            assertVerifies(crashed, BEFORE + FIRST + (zeros ? 2 : 0));
        }
    }

    @Test
    void refusesAJournalThatWasCutBelowThePublishedCheckpoint() throws IOException {
        Path cut = crashed();
        for (int length = lastRecord; length < journal.length; length++) {
            // Given
            Files.write(cut.resolve("writer/journal"), Arrays.copyOf(journal, length));

            // When / Then
            assertThatThrownBy(() -> TileLog.open(cut, SIGNER))
                    .isInstanceOf(MalformedLogException.class)
                    .hasMessage(
                            "the checkpoint of size 258 is not reached by the writer's journal,"
                                    + " which ends at 257");
            assertThat(cut.resolve("checkpoint")).hasBinaryContent(checkpoints.get(2));
        }
    }

    @Test
    void refusesAJournalThatIsDamagedBeforeItsLastRecord() throws IOException {
        // Given
        byte[] damaged = journal.clone();
        damaged[lastRecord - 40] ^= 1;
        Path crashed = crashed();
        Files.write(crashed.resolve("writer/journal"), damaged);
        // Even when no checkpoint tells how far the log had come.
        Files.write(crashed.resolve("checkpoint"), checkpoints.get(0));

        // When / Then
        assertThatThrownBy(() -> TileLog.open(crashed, SIGNER))
                .isInstanceOf(MalformedLogException.class)
                .hasMessageContaining("before its last record");
    }

    @Test
    void makesEveryFileAgainThatWasNotYetOnTheDisk() throws IOException {
        // Given
        List<Path> files =
                Folders.files(log).stream().filter(file -> !isSettled(file)).sorted().toList();
        assertThat(files).hasSizeGreaterThan(6);
        for (Path file : files) {
            String name = log.relativize(file).toString();
            for (byte[] left : List.of(new byte[0], new byte[700])) {
                Path crashed = crashed();
                Files.write(crashed.resolve(name), left);

                // When
                TileLog.open(crashed, SIGNER).close();

                // Then
                assertVerifies(crashed, BEFORE + FIRST + LAST);
            }
        }
    }

    @Test
    void rollsForwardFromAnOlderCheckpointAndNeverBack() throws IOException {
        for (byte[] older : checkpoints) {
            // Given
            Path crashed = crashed();
            Files.write(crashed.resolve("checkpoint"), older);

            // When
            TileLog.open(crashed, SIGNER).close();

            // Then
            assertThat(crashed.resolve("checkpoint")).hasBinaryContent(checkpoints.get(2));
            assertVerifies(crashed, BEFORE + FIRST + LAST);
        }
    }

    @Test
    void refusesACheckpointOfAForkThatTheJournalDoesNotHold() throws IOException {
        // Given
        Path fork = temporary.resolve("fork");
        try (TileLog writer = TileLog.open(fork, SIGNER)) {
            writer.append(entries(1000, 1000 + BEFORE + FIRST), Map.of());
        }
        Path mixed = crashed();
        Folders.copyFile(fork, mixed, "checkpoint");

        // When / Then
        assertThatThrownBy(() -> TileLog.open(mixed, SIGNER))
                .isInstanceOf(MalformedLogException.class)
                .hasMessageContaining("is not reached by the writer's journal");
    }

    @Test
    void settlesByItselfBeforeTheJournalGrowsLong() throws IOException {
        // Given
        byte[] entry = new byte[60_000];
        try (TileLog writer = TileLog.open(temporary.resolve("long"), SIGNER)) {
            // When
            for (int i = 0; i < 300; i++) {
                writer.append(List.of(entry), Map.of());

                // Then
                assertThat(temporary.resolve("long/writer/journal"))
                        .satisfies(file -> assertThat(Files.size(file)).isLessThan(9L << 20));
            }
        }
    }

    private static boolean isSettled(Path file) {
        String name = file.toString();
        return name.contains("writer") || name.contains("000.p/" + BEFORE);
    }

    private byte[] zeroedFrom(int length) {
        byte[] zeroed = journal.clone();
        Arrays.fill(zeroed, length, zeroed.length, (byte) 0);
        return zeroed;
    }

    private Path crashed() throws IOException {
        Path crashed = Files.createTempDirectory(temporary, "crashed-");
        Folders.copy(log, crashed);
        return crashed;
    }

    private static void assertVerifies(Path folder, long size) throws IOException {
        LogVerification found =
                new LogVerifier(SIGNER.verifierKey(), EntryForm.ANY)
                        .verify(new DirectoryTiles(folder), null);
        assertThat(found.problem()).isNull();
        assertThat(found.size()).isEqualTo(size);
    }

    private static List<byte[]> entries(int from, int to) {
        return IntStream.range(from, to).mapToObj(MemoryTree::entry).toList();
    }
}
