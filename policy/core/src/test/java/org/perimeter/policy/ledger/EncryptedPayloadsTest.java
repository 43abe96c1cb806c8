// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class EncryptedPayloadsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir private Path folder;

    @Test
    void givesBackWhatWasWrittenAcrossFiles() throws IOException {
        // Given
        EncryptedPayloads payloads = payloads(1);
        List<SaltedPayload> written =
                IntStream.range(0, 600)
                        .mapToObj(n -> SaltedPayload.of("{\"n\":" + n + "}", RANDOM))
                        .toList();

        // When
        payloads.keep(payloads.seal(100, written));

        // Then
        for (int i = 0; i < 600; i++) {
            SaltedPayload found = requireNonNull(payloads(1).find(100 + i));
            assertThat(found.payload()).isEqualTo("{\"n\":" + i + "}");
            assertThat(found.commitment()).isEqualTo(written.get(i).commitment());
        }
        assertThat(payloads.find(99)).isNull();
        assertThat(payloads.find(700)).isNull();
    }

    @Test
    void hidesPayloadsFromOtherKeysAndFromReaders() throws IOException {
        // When
        keep(0, "{\"secret\":1}");

        // Then
        assertThat(payloads(2).find(0)).isNull();
        assertThat(Files.readString(folder.resolve("000"), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void countsTheLastWriteOfAnIndexAndErasesAll() throws IOException {
        // Given
        EncryptedPayloads payloads = payloads(1);
        keep(0, "first");
        keep(0, "second");
        String found = payload(payloads, 0);

        // When
        payloads.erase(0);

        // Then
        assertThat(found).isEqualTo("second");
        assertThat(payloads.find(0)).isNull();
    }

    @Test
    void overwritesATornTail() throws IOException {
        // Given
        keep(0, "whole");
        byte[] torn = {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 7, 7};
        Files.write(folder.resolve("000"), torn, StandardOpenOption.APPEND);

        // When
        keep(1, "next");

        // Then
        assertThat(payload(payloads(1), 0)).isEqualTo("whole");
        assertThat(payload(payloads(1), 1)).isEqualTo("next");
    }

    @Test
    void refusesASealedPayloadMovedToAnotherEntry() throws IOException {
        // Given
        keep(0, "of entry 0");
        byte[] file = Files.readAllBytes(folder.resolve("000"));
        file[7] = 1;

        // When
        Files.write(folder.resolve("000"), file);

        // Then
        assertThat(payloads(1).find(1)).isNull();
    }

    @Test
    void keepsAgainOnlyWhatACrashTookAndNothingThatWasErased() throws IOException {
        // Given
        EncryptedPayloads payloads = payloads(1);
        byte[] batch =
                payloads.seal(
                        0,
                        IntStream.range(0, 4)
                                .mapToObj(n -> SaltedPayload.of("payload " + n, RANDOM))
                                .toList());
        payloads.keep(batch);
        payloads.sync();
        payloads.erase(1);
        byte[] whole = Files.readAllBytes(folder.resolve("000"));
        for (int length = 0; length <= whole.length; length++) {
            boolean erasedSurvived = length >= whole.length / 2;
            for (byte[] rest : List.of(new byte[0], new byte[whole.length - length])) {
                byte[] crashed = Arrays.copyOf(whole, length + rest.length);
                Arrays.fill(crashed, length, crashed.length, (byte) 0);
                Files.write(folder.resolve("000"), crashed);

                // When
                payloads(1).keep(batch);

                // Then
                assertThat(payload(payloads, 0)).isEqualTo("payload 0");
                assertThat(payload(payloads, 2)).isEqualTo("payload 2");
                assertThat(payload(payloads, 3)).isEqualTo("payload 3");
                if (erasedSurvived) {
                    assertThat(payloads.find(1)).isNull();
                }
            }
        }
    }

    private void keep(long index, String payload) throws IOException {
        EncryptedPayloads payloads = payloads(1);
        payloads.keep(payloads.seal(index, List.of(SaltedPayload.of(payload, RANDOM))));
    }

    private static String payload(EncryptedPayloads payloads, long index) throws IOException {
        return requireNonNull(payloads.find(index)).payload();
    }

    private EncryptedPayloads payloads(int key) {
        return new EncryptedPayloads(folder, TestKeys.secret("AES", key));
    }
}
