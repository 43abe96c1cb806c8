// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class TownTest {

    @Test
    void bundlesASecondTownWithDistrictsAndCornersOfItsOwn() {
        // Given
        Town first = Town.invented("wrenmouth").orElseThrow();

        // When
        Town second = Town.invented("haldenmoor").orElseThrow();

        // Then
        assertThat(second.city().name()).isEqualTo("Haldenmoor");
        assertThat(names(second)).doesNotHaveDuplicates();
        assertThat(districts(second))
                .hasSameSizeAs(districts(first))
                .doesNotContainAnyElementsOf(districts(first));
        assertThat(second.places().find("Castle Street & Corn Street")).isPresent();
        assertThat(first.places().find("Castle Street & Corn Street")).isEmpty();
        assertThat(Town.invented("columbus-oh")).isEmpty();
    }

    @Test
    void findsThePlacesOfAJurisdictionFolder(@TempDir Path folder) throws IOException {
        // Given
        write(folder);

        // When
        TownPlaces places = Town.read(folder).places();

        // Then
        assertThat(places.get("Mill Park").distanceMeters(new GeoPoint(10.005, 20.005))).isZero();
        assertThat(places.get("Oak Street & Elm Street").point())
                .isEqualTo(new GeoPoint(10.0, 20.01));
        assertThat(places.find("Elm Street & Oak Street")).isPresent();
        assertThat(places.get("Oldtown").area()).isTrue();
        assertThat(places.get("Oak Street").lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Corner Shop", "Oak Street & Mill Street", "Nowhere"})
    void findsNoPlaceThatIsNotOne(String key, @TempDir Path folder) throws IOException {
        // Given
        write(folder);

        // When
        TownPlaces places = Town.read(folder).places();

        // Then
        assertThat(places.find(key)).isEmpty();
    }

    @Test
    void copiesAJurisdictionFolderAsItIs(@TempDir Path folder) throws IOException {
        // Given
        write(folder.resolve("in"));
        Files.writeString(folder.resolve("in/addresses.json"), "{}");

        // When
        Town.read(folder.resolve("in")).write(folder.resolve("out"));

        // Then
        assertThat(folder.resolve("out/addresses.json")).hasContent("{}");
        assertThat(folder.resolve("out/streets.geojson"))
                .hasSameTextualContentAs(folder.resolve("in/streets.geojson"));
    }

    /** Oak Street in two parts and Elm Street meet once; two shops share a name. */
    private static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("jurisdiction.json"),
                "{\"name\":\"Testford\",\"center\":[20.0,10.0]}");
        Files.writeString(
                folder.resolve("streets.geojson"),
                collection(
                        feature("LineString", "[[20.0,10.0],[20.01,10.0]]", "Oak Street"),
                        feature("LineString", "[[20.02,10.0],[20.03,10.0]]", "Oak Street"),
                        feature("MultiLineString", "[[[20.01,10.0],[20.01,10.02]]]", "Elm Street"),
                        feature("LineString", "[[20.05,10.0],[20.05,10.02]]", "Mill Street")));
        Files.writeString(
                folder.resolve("landmarks.geojson"),
                collection(
                        feature(
                                "Polygon",
                                "[[[20.0,10.0],[20.01,10.0],[20.01,10.01],[20.0,10.01],[20.0,10.0]]]",
                                "Mill Park"),
                        feature("Point", "[20.1,10.1]", "Corner Shop"),
                        feature("Point", "[20.2,10.2]", "Corner Shop")));
        Files.writeString(
                folder.resolve("districts.geojson"),
                collection(
                        feature(
                                "MultiPolygon",
                                "[[[[20.0,10.0],[20.1,10.0],[20.1,10.1],[20.0,10.0]]]]",
                                "Oldtown")));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String type, String coordinates, String name) {
        return "{\"type\":\"Feature\",\"geometry\":{\"type\":\""
                + type
                + "\",\"coordinates\":"
                + coordinates
                + "},\"properties\":{\"name\":\""
                + name
                + "\",\"kind\":\"park\"}}";
    }

    private static List<String> names(Town town) {
        return town.city().streets().stream().map(CityStreet::name).toList();
    }

    private static List<String> districts(Town town) {
        return town.city().districts().stream().map(CityDistrict::name).toList();
    }
}
