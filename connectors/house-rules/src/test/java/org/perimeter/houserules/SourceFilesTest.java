// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about source files that class files cannot show. */
final class SourceFilesTest {

    private static final Path ROOT =
            Path.of(System.getProperty("perimeter.root", "../..")).toAbsolutePath().normalize();

    private static final Pattern CATCH_ALL =
            Pattern.compile(".*/(utils?|commons?|helpers?|managers?|impl|misc)/[^/]+");

    private static final Pattern PLAIN_LOG_CALL =
            Pattern.compile("LOGGER\\s*\\.\\s*(trace|debug|info|warn|error)\\(");

    private static final Pattern LOCAL_VAR = Pattern.compile("\\bvar\\s+\\w+\\s*[=:]");

    @Test
    void everyJavaFileNamesItsLicence() throws IOException {
        // Given
        String header = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

        // When
        List<Path> without = filesWhere("src", text -> !text.startsWith(header));

        // Then
        assertThat(without).isEmpty();
    }

    @Test
    void everyMainPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        // Given
        Predicate<Path> undocumented =
                folder -> {
                    Path info = folder.resolve("package-info.java");
                    return !Files.exists(info) || !read(info).contains("@NullMarked");
                };

        // When
        List<Path> found =
                javaFiles("src/main").map(Path::getParent).distinct().filter(undocumented).toList();

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void noPackageIsACatchAll() throws IOException {
        // Given
        Predicate<Path> catchAll = file -> CATCH_ALL.matcher(file.toString()).matches();

        // When
        List<Path> found = javaFiles("src").filter(catchAll).toList();

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void logCallsUseTheFluentForm() throws IOException {
        // Given
        Predicate<String> plain = text -> PLAIN_LOG_CALL.matcher(text).find();

        // When
        List<Path> found = filesWhere("src/main", plain);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void mainCodeWritesItsTypesOut() throws IOException {
        // Given
        Predicate<String> usesVar = text -> LOCAL_VAR.matcher(text).find();

        // When
        List<Path> found = filesWhere("src/main", usesVar);

        // Then
        assertThat(found).isEmpty();
    }

    private static List<Path> filesWhere(String part, Predicate<String> condition)
            throws IOException {
        return javaFiles(part).filter(file -> condition.test(read(file))).toList();
    }

    private static Stream<Path> javaFiles(String part) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> ROOT.relativize(file).toString().contains(part + "/"))
                            .filter(file -> !file.toString().contains("/target/"))
                            .toList();
            assertThat(found).as("java files below " + part).isNotEmpty();
            return found.stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
