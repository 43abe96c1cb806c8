// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.controls.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.reading.EntityType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That the catalogue claims nothing that no test proves. */
final class ControlCatalogueTest {

    private final ControlCatalogue catalogue = ControlCatalogue.shipped();

    @Test
    void everyControlIsListedOnce() {
        // Given
        Set<String> seen = new HashSet<>();

        // When
        catalogue.controls().forEach(control -> assertThat(seen.add(control.id())).isTrue());

        // Then
        assertThat(seen).hasSize(44).allMatch(id -> id.matches("[A-Z]{3}-[0-9]{2}"));
    }

    @Test
    void everyNamedTestExists() throws IOException {
        // Given
        Set<String> tests = testClasses();

        for (CatalogueEntry control : catalogue.controls()) {
            // When
            Set<String> missing = new HashSet<>(control.tests());
            missing.removeAll(tests);

            // Then
            assertThat(missing).as(control.id()).isEmpty();
        }
    }

    @Test
    void whatIsClaimedIsTestedAndWhatIsNotSaysWhy() {
        // Given the catalogue

        for (CatalogueEntry control : catalogue.controls()) {
            // When
            ControlStatus status = control.status();

            // Then
            assertThat(control.tests().isEmpty())
                    .as(control.id())
                    .isEqualTo(status == ControlStatus.NOT_APPLICABLE);
            assertThat(control.note().isEmpty())
                    .as(control.id())
                    .isEqualTo(status == ControlStatus.ENFORCED);
            assertThat(control.rule()).as(control.id()).isNotEmpty();
        }
    }

    @Test
    void theJsonHasTheAgreedFields() {
        // Given the catalogue

        // When
        String json = catalogue.toJson();

        // Then
        assertThat(json)
                .contains("\"id\" : \"COL-01\"")
                .contains("\"status\" : \"enforced\"")
                .contains("\"test\" : \"org.perimeter.policy.rules.CollectionGateTest,");
    }

    /** Control FAS-03. */
    @Test
    void noEntityTypeForProtectedClassesExists() {
        // Given the entity types

        // When
        EntityType[] types = EntityType.values();

        // Then
        assertThat(types)
                .containsExactly(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION);
    }

    private static Set<String> testClasses() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(".mvn"))) {
            root = Objects.requireNonNull(root.getParent(), "no project root");
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/src/test/java/") && file.endsWith("Test.java"))
                    .map(file -> file.replaceAll(".*/src/test/java/|\\.java$", ""))
                    .map(file -> file.replace('/', '.'))
                    .collect(Collectors.toSet());
        }
    }
}
