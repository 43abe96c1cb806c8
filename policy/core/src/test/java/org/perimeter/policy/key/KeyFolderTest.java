// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.tlog.note.SignedNote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

final class KeyFolderTest {

    private static final String ORIGIN = "rtcc.example.org/audit";

    @TempDir private Path path;

    @Test
    void whatWasCreatedCanBeOpened() throws IOException {
        // Given
        KeyFolder created = KeyFolder.create(path, ORIGIN);

        // When
        KeyFolder opened = KeyFolder.open(path);

        // Then
        assertThat(opened.payloadKey()).isEqualTo(created.payloadKey());
        assertThat(opened.ledgerKeys().actorKey()).isEqualTo(created.ledgerKeys().actorKey());
        assertThat(opened.ledgerKey().name()).isEqualTo(ORIGIN);
        SignedNote note = opened.ledgerSigner().sign("text\n");
        assertThat(note.isSignedBy(created.ledgerKey())).isTrue();
    }

    @Test
    void keyFilesAreForTheirOwnerOnly() throws IOException {
        // Given
        KeyFolder.create(path, ORIGIN);

        // When
        Files.setPosixFilePermissions(
                path.resolve("master.key"), PosixFilePermissions.fromString("rw-r-----"));

        // Then
        for (String name : new String[] {"payload.key", "actor.key", "ledger.key"}) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(path.resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFolder.open(path))
                .withMessageContaining("master.key")
                .withMessageContaining("0600");
    }

    @Test
    void refusesToOverwriteKeys() throws IOException {
        // Given
        KeyFolder created = KeyFolder.create(path, ORIGIN);

        // When
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> KeyFolder.create(path, ORIGIN));

        // Then
        assertThat(KeyFolder.open(path).payloadKey()).isEqualTo(created.payloadKey());
    }

    @Test
    void refusesAKeyThatIsTooShort() throws IOException {
        // Given
        KeyFolder.create(path, ORIGIN);
        Files.writeString(path.resolve("master.key"), "c2hvcnQ=\n");

        // When
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFolder.open(path))

                // Then
                .withMessageContaining("must hold 32 bytes");
    }

    @Test
    void refusesAFolderWithoutKeys() {
        // Given an empty folder

        // When
        assertThatExceptionOfType(UncheckedIOException.class)

                // Then
                .isThrownBy(() -> KeyFolder.open(path));
    }

    @Test
    void refusesASigningKeyWithTheVerifierKeyOfAnother() throws IOException {
        // Given
        SigningKeyFile.create(path, "agency", "agency");
        SigningKeyFile.create(path, "board", "board");
        Files.copy(path.resolve("agency.vkey"), path.resolve("other.vkey"));
        Files.copy(path.resolve("board.key"), path.resolve("other.key"));

        // When
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SigningKeyFile.read(path, "other"))

                // Then
                .withMessageContaining("do not belong together");
    }
}
