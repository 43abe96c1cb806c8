// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.resource.LineResource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class AuthorFilesTest {

    private static final String TRAINED = "/org/perimeter/nlp/training/reader/authors/";
    private static final String HELD_BACK = "/org/perimeter/nlp/quality/authors/";

    private final Authors authors = AuthorFiles.read();

    @Test
    void readsEveryFileInTheFolder() throws IOException, URISyntaxException {
        // Given
        URL index = AuthorFilesTest.class.getResource(TRAINED + "index.txt");
        assertThat(index).isNotNull();
        Path folder = Path.of(index.toURI()).resolveSibling("");

        // When
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> found =
                    files.filter(file -> file.toString().endsWith(".tsv"))
                            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList();

            // Then
            assertThat(LineResource.read(TRAINED + "index.txt")).isEqualTo(found);
        }
    }

    @Test
    void findsPostsAndPacksOfBothForms() {
        assertThat(authors.posts()).hasSizeGreaterThan(5_000);
        assertThat(authors.packs()).hasSizeGreaterThan(30);
        assertThat(authors.packs()).allMatch(pack -> pack.posts().size() >= 55);
        assertThat(authors.packs())
                .allMatch(
                        pack -> pack.posts().stream().anyMatch(p -> Boolean.TRUE.equals(p.about())))
                .allMatch(
                        pack ->
                                pack.posts().stream()
                                        .anyMatch(p -> Boolean.FALSE.equals(p.about())));
        assertThat(authors.packs().stream().map(pack -> pack.incident().place()))
                .noneMatch(place -> place.matches("[a-z]+-[a-z0-9-]+"));
    }

    @Test
    void everyDenialIsAPostOfAPack() {
        long denials =
                authors.packs().stream()
                        .flatMap(pack -> pack.posts().stream())
                        .filter(PackExample::denies)
                        .count();

        assertThat(LineResource.read(TRAINED + "denials.txt")).hasSize((int) denials);
    }

    @Test
    void hasNobodyWhoIsHeldBack() {
        // Given
        Set<String> heldBack =
                LineResource.read(HELD_BACK + "index.txt").stream()
                        .map(file -> file.substring(0, file.indexOf('/')))
                        .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(heldBack).hasSizeGreaterThanOrEqualTo(3);
        assertThat(authors.posts().stream().map(AuthoredExample::author))
                .doesNotContainAnyElementsOf(heldBack);
        assertThat(authors.packs().stream().map(AuthoredPack::author))
                .doesNotContainAnyElementsOf(heldBack);
    }
}
