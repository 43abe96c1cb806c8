// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.log.Folders;
import org.perimeter.policy.tlog.tile.DirectoryTiles;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.policy.tlog.verify.RememberedLog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RememberedLogTest {

    private static final LedgerKeys KEYS = TestKeys.ledger("log.example/audit");

    @TempDir private Path folder;
    @TempDir private Path copy;
    @TempDir private Path board;

    private LogVerification verify(Path log) throws IOException {
        return remembered(KEYS).verify(new DirectoryTiles(log));
    }

    private RememberedLog remembered(LedgerKeys keys) {
        return new RememberedLog(
                board.resolve("seen.checkpoint"),
                keys.signer().verifierKey(),
                LedgerVerifier.of(keys.signer().verifierKey()));
    }

    private static void grow(Path log, String producer, int from, int to) throws IOException {
        try (Ledger ledger = Ledger.open(log, KEYS)) {
            ledger.append(Drafts.range(producer, from, to));
        }
    }

    @Test
    void remembersTheSignedNoteAndAcceptsALogThatGrew() throws IOException {
        // Given
        grow(folder, "jobs-1", 1, 300);
        assertThat(verify(folder).ok()).isTrue();
        String first = Files.readString(board.resolve("seen.checkpoint"));

        // When
        grow(folder, "jobs-1", 301, 600);
        LogVerification later = verify(folder);

        // Then
        assertThat(first).startsWith("log.example/audit\n300\n");
        assertThat(later.ok()).isTrue();
        assertThat(Files.readString(board.resolve("seen.checkpoint")))
                .isEqualTo(Files.readString(folder.resolve(TileReader.CHECKPOINT)));
    }

    @Test
    @Control("AUD-04")
    void findsAFolderThatWasRestoredFromYesterdaysCopy() throws IOException {
        // Given
        grow(folder, "jobs-1", 1, 300);
        Folders.copy(folder, copy);
        grow(folder, "jobs-1", 301, 310);
        assertThat(verify(folder).ok()).isTrue();

        // When
        LogVerification restored = verify(copy);

        // Then
        assertThat(restored.ok()).isFalse();
        assertThat(restored.problem()).isEqualTo("the log shrank from 310 to 300 entries");
        assertThat(Files.readString(board.resolve("seen.checkpoint"))).contains("\n310\n");
    }

    @Test
    @Control("AUD-04")
    void findsAForkUnderTheSameKeyThatIsLongerThanWhatWasSeen() throws IOException {
        // Given
        grow(folder, "jobs-1", 1, 300);
        Folders.copy(folder, copy);
        grow(folder, "jobs-1", 301, 310);
        assertThat(verify(folder).ok()).isTrue();

        // When
        grow(copy, "jobs-2", 1, 20);
        LogVerification fork = verify(copy);

        // Then
        assertThat(fork.ok()).isFalse();
        assertThat(fork.problem()).contains("rewritten", "310");
    }

    @Test
    @Control("AUD-04")
    void findsAnEmptyLogInThePlaceOfOneThatHadEntries() throws IOException {
        // Given
        grow(folder, "jobs-1", 1, 3);
        assertThat(verify(folder).ok()).isTrue();

        // When
        Ledger.open(copy, KEYS).close();
        LogVerification emptied = verify(copy);

        // Then
        assertThat(emptied.ok()).isFalse();
        assertThat(emptied.problem()).contains("shrank from 3 to 0");
    }

    @Test
    void refusesACheckpointThatAnotherKeySigned() throws IOException {
        // Given
        grow(folder, "jobs-1", 1, 3);
        assertThat(verify(folder).ok()).isTrue();

        // When
        RememberedLog other = remembered(TestKeys.ledger("log.example/other"));

        // Then
        assertThatThrownBy(other::remembered)
                .isInstanceOf(MalformedLogException.class)
                .hasMessageContaining("seen.checkpoint")
                .hasMessageContaining("not signed by log.example/other");
    }

    @Test
    void remembersNothingOfALogThatDoesNotVerify() throws IOException {
        // Given
        grow(folder, "jobs-1", 1, 3);
        Files.write(folder.resolve("tile/entries/000.p/3"), new byte[] {1, 2, 3});

        // When
        LogVerification broken = verify(folder);

        // Then
        assertThat(broken.ok()).isFalse();
        assertThat(board.resolve("seen.checkpoint")).doesNotExist();
    }
}
