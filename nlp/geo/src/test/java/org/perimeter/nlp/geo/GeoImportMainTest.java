// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.jurisdiction.JurisdictionLayer;
import org.perimeter.nlp.jurisdiction.LocalMatch;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class GeoImportMainTest {

    private static final List<String> FILES =
            List.of(
                    "jurisdiction.json",
                    "streets.geojson",
                    "landmarks.geojson",
                    "districts.geojson",
                    "water.geojson",
                    "addresses.json",
                    "ATTRIBUTION.txt");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void writesTheLayersOfATown() throws IOException {
        // Given
        Path pbf = file(new Dunmere().sorted().bytes());

        // When
        int status = run("--pbf", pbf, "--out", folder.resolve("town"));

        // Then
        assertThat(status).as(errors()).isZero();
        assertThat(names("streets"))
                .containsExactly(
                        "Cut Street", "I 900", "North Otter Lane", "Ramp Way", "Tarn Street");
        assertThat(names("landmarks"))
                .containsExactly("Bell Park", "Dunmere High School", "Exit 12A");
        assertThat(names("districts")).containsExactly("Dunmere", "Otterby");
        assertThat(json("water.geojson").at("/features/0/geometry/coordinates/0")).hasSize(5);
        assertThat(json("addresses.json").at("/Tarn Street/0").toString())
                .isEqualTo("[14,20.005,10.0001]");
        assertThat(json("addresses.json").at("/Tarn Street/1").toString())
                .isEqualTo("[\"14b\",20.005,10.0001]");
        assertThat(feature("streets", "North Otter Lane").at("/properties/aliases/0").asText())
                .isEqualTo("Weasel Lane");
        assertThat(feature("landmarks", "Exit 12A").at("/properties/road").asText())
                .isEqualTo("I 900");
        JsonNode head = json("jurisdiction.json");
        assertThat(head.path("name").asText()).isEqualTo("Dunmere");
        assertThat(head.path("date").asText()).isEqualTo("2023-11-14");
        assertThat(head.path("licence").asText()).startsWith("ODbL-1.0");
        assertThat(Files.readString(folder.resolve("town/ATTRIBUTION.txt")))
                .contains("© OpenStreetMap contributors");
    }

    @Test
    void theFolderIsOneThatPostsAreReadWith() throws IOException {
        // Given
        run("--pbf", file(new Dunmere().sorted().bytes()), "--out", folder.resolve("town"));
        PostText post = PostText.of("crash at Tarn and Otter, another by Bell Park");

        // When
        List<LocalMatch> found =
                JurisdictionLayer.load(folder.resolve("town"))
                        .find(new PostTokenizer().tokenize(post))
                        .stream()
                        // What would mean a place only beside an incident is told too.
                        .filter(match -> !match.places().isEmpty())
                        .toList();

        // Then
        assertThat(found).hasSize(2);
        assertThat(found.get(0).places().get(0).precision()).isEqualTo(PlacePrecision.INTERSECTION);
        assertThat(found.get(0).places().get(0).point()).isEqualTo(new GeoPoint(10.0, 20.01));
        assertThat(found.get(1).places().get(0).precision()).isEqualTo(PlacePrecision.LANDMARK);
    }

    @Test
    void writesTheSameBytesInWhateverOrderTheExtractIs() throws IOException {
        // Given
        run("--pbf", file(new Dunmere().sorted().bytes()), "--out", folder.resolve("town"));

        // When
        int status =
                run("--pbf", file(new Dunmere().unsorted().bytes()), "--out", folder.resolve("b"));

        // Then
        assertThat(status).as(errors()).isZero();
        for (String file : FILES) {
            assertThat(folder.resolve("b").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("town").resolve(file));
        }
    }

    @Test
    void takesTheGivenName() throws IOException {
        // Given
        Path pbf = file(new Dunmere().sorted().bytes());

        // When
        run("--pbf", pbf, "--out", folder.resolve("town"), "--name", "Upper Dunmere, ZZ, XA");

        // Then
        JsonNode head = json("jurisdiction.json");
        assertThat(head.path("name").asText()).isEqualTo("Upper Dunmere");
        assertThat(head.path("admin").asText()).isEqualTo("ZZ");
        assertThat(head.path("country").asText()).isEqualTo("XA");
    }

    @Test
    void refusesAFileCutAnywhereInsideABlock() throws IOException {
        // Given
        PbfWriter whole = new Dunmere().sorted();
        byte[] bytes = whole.bytes();
        List<Integer> accepted = new ArrayList<>();

        // When
        for (int length = 0; length < bytes.length; length += 3) {
            boolean inside = !whole.boundaries().contains(length);
            Path cut = file(Arrays.copyOf(bytes, length));
            if (inside && run("--pbf", cut, "--out", folder.resolve("town")) == 0) {
                accepted.add(length);
            }
        }

        // Then
        assertThat(accepted).isEmpty();
        assertThat(folder.resolve("town")).doesNotExist();
        assertThat(errors()).contains("is not a whole OSM PBF file");
    }

    @Test
    void refusesWhatIsNoExtract() throws IOException {
        // Given
        Path text = file("<osm version='0.6'></osm>".getBytes(StandardCharsets.UTF_8));

        // When
        int status = run("--pbf", text, "--out", folder.resolve("town"));

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(errors()).contains("is not").contains("OSM PBF");
    }

    @Test
    void refusesAnExtractWithoutStreets() throws IOException {
        // Given
        Path pbf = file(new Dunmere().withoutStreets().bytes());

        // When
        int status = run("--pbf", pbf, "--out", folder.resolve("town"));

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(errors()).contains("has no named street");
    }

    @Test
    void refusesAFileThatNeedsMoreThanItUnderstands() throws IOException {
        // Given
        Path pbf = file(PbfWriter.withHeader("HistoricalInformation").bytes());

        // When
        int status = run("--pbf", pbf, "--out", folder.resolve("town"));

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(errors()).contains("it needs the feature HistoricalInformation");
    }

    @Test
    void refusesAFileWhosePointsAreInItsWays() throws IOException {
        // Given
        Path pbf = file(PbfWriter.withOptional("Sort.Type_then_ID", "LocationsOnWays").bytes());

        // When
        int status = run("--pbf", pbf, "--out", folder.resolve("town"));

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(errors()).contains("LocationsOnWays");
    }

    @Test
    void saysHowTheCallWasWrong() {
        // Given
        String[] args = {"--pbf", "x.osm.pbf"};

        // When
        int status = GeoImportMain.run(args, out, err);

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(errors().lines()).hasSize(1);
        assertThat(errors()).startsWith("geo import: ").contains("--out=DIR", "--help");
    }

    private int run(Object... args) {
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return GeoImportMain.run(words, out, err);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("extract.osm.pbf"), bytes);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve("town").resolve(file).toFile());
    }

    private List<String> names(String layer) throws IOException {
        List<String> names = new ArrayList<>();
        json(layer + ".geojson")
                .path("features")
                .forEach(feature -> names.add(feature.at("/properties/name").asText()));
        return names;
    }

    private JsonNode feature(String layer, String name) throws IOException {
        for (JsonNode feature : json(layer + ".geojson").path("features")) {
            if (feature.at("/properties/name").asText().equals(name)) {
                return feature;
            }
        }
        throw new AssertionError("no " + name);
    }
}
