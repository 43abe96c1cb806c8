// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

final class CityGeneratorTest {

    private final City city = new CityGenerator(CityGenerator.SEED).generate();

    @Test
    void writesTheSameBytesForTheSameSeed(@TempDir Path folder) throws IOException {
        // Given
        JurisdictionWriter writer = new JurisdictionWriter();
        writer.write(city, folder.resolve("first"));

        // When
        writer.write(new CityGenerator(CityGenerator.SEED).generate(), folder.resolve("second"));

        // Then
        for (String name : files(folder.resolve("first"))) {
            assertThat(folder.resolve("second").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(name));
        }
        assertThat(files(folder.resolve("first"))).hasSize(5);
    }

    @Test
    void anotherSeedNamesOtherStreets() {
        // Given
        Set<String> here = Set.copyOf(names(city));

        // When
        Set<String> there = Set.copyOf(names(new CityGenerator(7).generate()));

        // Then
        assertThat(there).isNotEqualTo(here);
    }

    @Test
    void givesNoNameToTwoStreets() {
        // When
        List<String> names = names(city);

        // Then
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(250);
    }

    @Test
    void callsNothingElseLikeAStreetOrDistrict() {
        // Given
        Set<String> taken = new HashSet<>(names(city));
        city.districts().forEach(district -> taken.add(district.name()));

        // When
        List<String> landmarks = city.landmarks().stream().map(CityLandmark::name).toList();

        // Then
        assertThat(landmarks).doesNotContainAnyElementsOf(taken);
    }

    @Test
    void sharesTheExactPointWhereStreetsCross() {
        // Given
        CityStreet market = street("Market Street");

        // When
        Set<GeoPoint> shared = new HashSet<>(market.lines().get(0));
        shared.retainAll(street("Main Street").lines().get(0));

        // Then
        assertThat(shared).hasSize(1);
    }

    @Test
    void letsOnlyBridgesCrossTheRiver() {
        // Given
        CityStreet harbor = street("Harbor Boulevard");

        // When
        CityStreet market = street("Market Street");

        // Then
        assertThat(harbor.lines()).hasSize(2);
        assertThat(market.lines()).hasSize(1);
    }

    private CityStreet street(String name) {
        return city.streets().stream()
                .filter(street -> street.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(City city) {
        return city.streets().stream().map(CityStreet::name).toList();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
