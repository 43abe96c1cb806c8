// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.elasticsearch.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class JavaHomesTest {

    private static final String ALL = "MODULES=\"java.base jdk.incubator.vector\"\n";

    @TempDir Path folder;

    private Path jdk(String name, String release) throws IOException {
        Path home = folder.resolve(name);
        Path java = home.resolve("bin").resolve("java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), release);
        return home;
    }

    @Test
    void prefersTheFirstHomeThatFits() throws IOException {
        // Given
        Path old = jdk("old", "JAVA_VERSION=\"17.0.15\"\n" + ALL);
        Path fits = jdk("fits", "JAVA_VERSION=\"21\"\n" + ALL);
        jdk("newer", "JAVA_VERSION=\"25.0.3\"\n" + ALL);

        // When
        Path found = new JavaHomes(List.of(old, fits), List.of(folder)).find();

        // Then
        assertThat(found).isEqualTo(fits);
    }

    @Test
    void takesTheNewestCompleteOneOfTheSystem() throws IOException {
        // Given
        jdk("a", "JAVA_VERSION=\"21.0.1\"\n" + ALL);
        Path newest = jdk("b", "JAVA_VERSION=\"25.0.3\"\n" + ALL);
        jdk("c", "JAVA_VERSION=\"26\"\nMODULES=\"java.base\"\n");

        // When
        Path found = new JavaHomes(List.of(folder.resolve("none")), List.of(folder)).find();

        // Then
        assertThat(found).isEqualTo(newest);
    }

    @Test
    void saysWhatToInstallWhenNoneFits() throws IOException {
        // Given
        Path old = jdk("old", "JAVA_VERSION=\"1.8.0_402\"\n");

        // When, Then
        assertThatExceptionOfType(LocalNodeException.class)
                .isThrownBy(() -> new JavaHomes(List.of(old), List.of()).find())
                .withMessageContaining("JDK 21 or newer")
                .withMessageContaining("JAVA_HOME");
    }
}
