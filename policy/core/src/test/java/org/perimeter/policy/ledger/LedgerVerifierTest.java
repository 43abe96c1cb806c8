// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.tlog.log.Checkpoint;
import org.perimeter.policy.tlog.log.Folders;
import org.perimeter.policy.tlog.log.TileLog;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.policy.tlog.verify.LogVerifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

class LedgerVerifierTest {

    private static final LedgerKeys KEYS = TestKeys.ledger("log.example/audit");
    private static final LogVerifier VERIFIER = LedgerVerifier.of(KEYS.signer().verifierKey());
    private static final int SIZE = 4360;

    @TempDir private static Path folder;
    @TempDir private Path other;

    @BeforeAll
    static void writeALog() throws IOException {
        try (Ledger ledger = Ledger.open(folder, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, SIZE));
        }
    }

    @Test
    void acceptsAWholeLog() throws IOException {
        // When
        LogVerification verification = VERIFIER.verify(new DirectoryTiles(folder), null);

        // Then
        assertThat(verification.ok()).isTrue();
        assertThat(verification.problem()).isNull();
        assertThat(verification.size()).isEqualTo(SIZE);
        assertThat(verification.root())
                .isEqualTo(new LedgerReader(new DirectoryTiles(folder)).head().root().toBase64());
    }

    @Test
    void namesTheEntryThatWasChanged() throws IOException {
        // Given
        TileReader changed = changing("tile/entries/016", 20);

        // When
        LogVerification verification = VERIFIER.verify(changed, null);

        // Then
        assertThat(verification.ok()).isFalse();
        assertThat(verification.size()).isEqualTo(SIZE);
        assertThat(verification.problem())
                .isEqualTo("entry 4096 does not match its leaf hash in tile/0/016");
    }

    @Test
    void namesTheTileThatWasChanged() throws IOException {
        // Given
        TileReader changed = changing("tile/1/000.p/17", 32 * 7 + 3);

        // When
        LogVerification verification = VERIFIER.verify(changed, null);

        // Then
        assertThat(verification.problem())
                .isEqualTo("hash 7 of tile/1/000.p/17 does not match what is below it");
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        // Given
        DirectoryTiles tiles = new DirectoryTiles(folder);
        TileReader lacking = path -> path.equals("tile/0/003") ? null : tiles.find(path);

        // When
        LogVerification verification = VERIFIER.verify(lacking, null);

        // Then
        assertThat(verification.problem()).isEqualTo("tile/0/003 is missing");
    }

    @Test
    void findsAChangeOfAnyByteOfAnyPublishedFile() throws IOException {
        // Given
        try (Ledger ledger = Ledger.open(other, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 3));
        }
        DirectoryTiles tiles = new DirectoryTiles(other);
        List<String> names = List.of("checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3");

        for (String name : names) {
            byte[] bytes = requireNonNull(tiles.find(name));
            for (int i = 0; i < bytes.length; i++) {
                byte[] bad = bytes.clone();
                bad[i] ^= 1;

                // When
                LogVerification verification =
                        VERIFIER.verify(path -> path.equals(name) ? bad : tiles.find(path), null);

                // Then
                assertThat(verification.ok()).as("byte %d of %s", i, name).isFalse();
                assertThat(verification.problem()).isNotBlank();
            }
        }
    }

    @Test
    void findsChangesAnywhereInALogOfSeveralLevels() throws IOException {
        // Given
        try (Ledger ledger = Ledger.open(other, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 600));
        }
        DirectoryTiles tiles = new DirectoryTiles(other);
        List<String> names =
                List.of(
                        "tile/0/000",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2",
                        "tile/entries/001",
                        "tile/entries/002.p/88");
        Random random = new Random(11);

        for (int i = 0; i < 30; i++) {
            String name = names.get(i % names.size());
            byte[] bytes = requireNonNull(tiles.find(name));
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));

            // When
            LogVerification verification =
                    VERIFIER.verify(path -> path.equals(name) ? bytes : tiles.find(path), null);

            // Then
            assertThat(verification.ok()).as("byte %d of %s", at, name).isFalse();
        }
    }

    @Test
    void findsALogThatWasRewrittenAndSignedAgainWithTheSameKey() throws IOException {
        // Given
        try (Ledger ledger = Ledger.open(other, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 10));
        }
        Checkpoint remembered = new LedgerReader(new DirectoryTiles(other)).head();

        // When
        LogVerification alone = VERIFIER.verify(new DirectoryTiles(folder), null);
        LogVerification compared = VERIFIER.verify(new DirectoryTiles(folder), remembered);

        // Then
        assertThat(alone.ok()).isTrue();
        assertThat(compared.ok()).isFalse();
        assertThat(compared.problem())
                .isEqualTo(
                        "the log was rewritten: its first 10 entries do not lead to the"
                                + " remembered root");
    }

    @Test
    void acceptsALogThatGrewAndFindsOneThatShrank() throws IOException {
        // Given
        Checkpoint small;
        Checkpoint large;
        try (Ledger ledger = Ledger.open(other, KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 10));
            Folders.copy(other, other.resolve("small"));
            small = new LedgerReader(new DirectoryTiles(other)).head();
            ledger.append(Drafts.range("jobs-1", 11, 400));
            large = new LedgerReader(new DirectoryTiles(other)).head();
        }

        // When
        LogVerification grown = VERIFIER.verify(new DirectoryTiles(other), small);
        LogVerification shrunk = VERIFIER.verify(new DirectoryTiles(other.resolve("small")), large);

        // Then
        assertThat(grown.ok()).isTrue();
        assertThat(shrunk.problem()).isEqualTo("the log shrank from 400 to 10 entries");
    }

    @Test
    void findsAnEntryThatPosesAsAnother() throws IOException {
        // Given
        byte[] first;
        try (Ledger ledger = Ledger.open(other.resolve("a"), KEYS)) {
            ledger.append(Drafts.range("jobs-1", 1, 1));
            first =
                    requireNonNull(
                            new LedgerReader(new DirectoryTiles(other.resolve("a"))).findEntry(0));
        }
        Path doubled = other.resolve("b");
        try (TileLog log = TileLog.open(doubled, KEYS.signer())) {
            log.append(List.of(first, first), Map.of());
        }

        // When
        LogVerification verification = VERIFIER.verify(new DirectoryTiles(doubled), null);

        // Then
        assertThat(verification.problem()).isEqualTo("entry 1 calls itself entry 0");
    }

    @Test
    void saysThatThereIsNoLog() throws IOException {
        // Given
        Files.createDirectories(other);

        // When
        LogVerification verification = VERIFIER.verify(new DirectoryTiles(other), null);

        // Then
        assertThat(verification)
                .isEqualTo(new LogVerification(false, 0, null, "there is no checkpoint"));
    }

    private static TileReader changing(String name, int offset) {
        DirectoryTiles tiles = new DirectoryTiles(folder);
        return path -> {
            byte[] bytes = tiles.find(path);
            if (path.equals(name) && bytes != null) {
                bytes[offset] ^= 1;
            }
            return bytes;
        };
    }
}
