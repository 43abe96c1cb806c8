// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

final class SecretReferenceTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("HOOK", " sesame\n", "EMPTY", " ");

    @TempDir Path folder;

    private String resolve(String reference) {
        return new SecretReference(reference).resolve(folder::resolve, ENVIRONMENT::get);
    }

    private void write(String name, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "sesame\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void readsTheEnvironmentAndPrivateFiles() throws IOException {
        // Given
        write("hook secret.txt", "rw-------");

        // When, Then
        assertThat(resolve("env:HOOK")).isEqualTo("sesame");
        assertThat(resolve("file:hook secret.txt")).isEqualTo("sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:OTHER", "env:EMPTY", "file:absent.txt"})
    void namesTheReferenceThatLeadsNowhere(String reference) {
        // When, Then
        assertThatThrownBy(() -> resolve(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reference);
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        // Given
        write("open.txt", "rw-r--r--");

        // When, Then
        assertThatThrownBy(() -> resolve("file:open.txt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sesame", "whsec_c2VzYW1l", "env:", "file:", "env:A B", ""})
    void refusesASecretInPlaceOfAReferenceAndDoesNotRepeatIt(String text) {
        // When, Then
        assertThatThrownBy(() -> new SecretReference(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be env:NAME or file:PATH; a secret itself does not belong here");
    }
}
