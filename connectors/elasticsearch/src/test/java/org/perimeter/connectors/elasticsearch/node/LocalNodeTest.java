// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class LocalNodeTest {

    @TempDir Path folder;

    @Test
    void saysHowToBuildAMissingNode() {
        // Given
        LocalNodeConfig config = new LocalNodeConfig(folder.resolve("none"), folder, 0, 384);

        // When, Then
        assertThatExceptionOfType(LocalNodeException.class)
                .isThrownBy(() -> LocalNode.start(config))
                .withMessageContaining("is not built")
                .withMessageContaining("mvn package");
    }

    @Test
    void saysHowMuchMemoryIsMissing() throws IOException {
        // Given
        Path meminfo = folder.resolve("meminfo");
        Files.writeString(meminfo, "MemTotal: 4000000 kB\nMemAvailable:  307200 kB\n");

        // When, Then
        assertThatExceptionOfType(LocalNodeException.class)
                .isThrownBy(() -> new FreeMemory(meminfo).require(634))
                .withMessageContaining("needs about 634 MiB and 300 MiB are available");
        assertThatCode(() -> new FreeMemory(meminfo).require(300)).doesNotThrowAnyException();
    }

    @Test
    void refusesNothingWhereTheSystemDoesNotTellItsMemory() {
        // When, Then
        assertThatCode(() -> new FreeMemory(folder.resolve("none")).require(1 << 30))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"-1,384", "65536,384", "0,127", "0,31745"})
    void refusesPortsAndHeapsOutOfRange(int port, int heapMb) {
        // When, Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalNodeConfig(folder, folder, port, heapMb));
    }

    @ParameterizedTest
    @CsvSource({
        "java.net.BindException: Address already in use, port 9251 on 127.0.0.1 is taken",
        "failed to obtain node locks, another Elasticsearch already uses",
        "Could not reserve enough space for object heap, memory is short",
        "something else, see "
    })
    void readsTheReasonOutOfTheLog(String line, String message) throws IOException {
        // Given
        LocalNodeConfig config = new LocalNodeConfig(folder, folder, 9251, 384);
        Files.createDirectories(config.logFolder());
        Files.writeString(config.consoleLog(), line);

        // When, Then
        assertThatExceptionOfType(LocalNodeException.class)
                .isThrownBy(
                        () -> {
                            throw StartFailure.explain(
                                    config, 9251, new IllegalStateException("it ended"));
                        })
                .withMessageContaining(message);
    }
}
