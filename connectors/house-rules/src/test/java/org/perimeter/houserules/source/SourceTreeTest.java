// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the sources may be spread, and that breaking it is noticed. */
final class SourceTreeTest {

    private static final Path ROOT =
            Path.of(System.getProperty("perimeter.root", "../..")).toAbsolutePath().normalize();

    private static final int MOST_CLASSES = 20;
    private static final int MOST_LINES = 400;

    @TempDir Path invented;

    @BeforeEach
    void inventAProject() throws IOException {
        for (int i = 1; i <= MOST_CLASSES; i++) {
            write("one/src/main/java/org/perimeter/one/Class" + i + ".java", 10);
        }
        write("one/src/main/java/org/perimeter/one/package-info.java", 10);
        write("one/src/main/java/org/perimeter/two/package-info.java", 10);
        write("one/src/main/java/org/perimeter/two/Long.java", MOST_LINES);
        write("one/src/test/java/org/perimeter/two/Class1.java", MOST_LINES + 1);
        write("one/target/generated/src/main/java/org/perimeter/two/Class2.java", MOST_LINES + 1);
    }

    @Test
    void noPackageIsCrowded() {
        // Given
        SourceTree house = SourceTree.of(ROOT);

        // When
        Iterable<String> crowded = house.packagesOver(MOST_CLASSES).keySet();

        // Then
        assertThat(crowded).isEmpty();
    }

    @Test
    void noClassIsLong() {
        // Given
        SourceTree house = SourceTree.of(ROOT);

        // When
        Iterable<Path> tooLong = house.filesOver(MOST_LINES);

        // Then
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noTwoClassesHaveOneName() {
        // Given
        SourceTree house = SourceTree.of(ROOT);

        // When
        Iterable<String> twins = house.twins().keySet();

        // Then
        assertThat(twins).isEmpty();
    }

    @Test
    void theInventedProjectKeepsToIt() {
        // Given the project

        // When
        SourceTree sources = SourceTree.of(invented);

        // Then
        assertThat(sources.packagesOver(MOST_CLASSES)).isEmpty();
        assertThat(sources.filesOver(MOST_LINES)).isEmpty();
        assertThat(sources.twins()).isEmpty();
    }

    @Test
    void oneClassMoreIsACrowd() throws IOException {
        // Given
        write("one/src/main/java/org/perimeter/one/Another.java", 10);

        // When
        SourceTree sources = SourceTree.of(invented);

        // Then
        assertThat(sources.packagesOver(MOST_CLASSES))
                .containsExactly(entry("one/src/main/java/org/perimeter/one", 21));
    }

    @Test
    void oneLineMoreIsTooLong() throws IOException {
        // Given
        write("one/src/main/java/org/perimeter/two/Longer.java", MOST_LINES + 1);

        // When
        SourceTree sources = SourceTree.of(invented);

        // Then
        assertThat(sources.filesOver(MOST_LINES))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Longer.java");
    }

    @Test
    void aNameInAnotherModuleIsATwin() throws IOException {
        // Given
        write("two/src/main/java/org/perimeter/other/Class1.java", 10);

        // When
        SourceTree sources = SourceTree.of(invented);

        // Then
        assertThat(sources.twins()).containsOnlyKeys("Class1.java");
        assertThat(sources.twins().get("Class1.java")).hasSize(2);
    }

    private void write(String name, int lines) throws IOException {
        Path file = invented.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "// a line\n".repeat(lines));
    }
}
