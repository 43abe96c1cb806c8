// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.quality.corpus.CorpusFiles;
import org.perimeter.nlp.quality.split.Part;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class PackCorpusTest {

    private static final String STREETS =
            """
            {"features":[
            {"properties":{"name":"Oak Street"},
             "geometry":{"type":"LineString","coordinates":[[-130.0,45.2],[-129.99,45.2]]}},
            {"properties":{"name":"Mill Lane"},
             "geometry":{"type":"MultiLineString","coordinates":
               [[[-129.99,45.2],[-129.99,45.21]],[[-129.99,45.22],[-129.99,45.23]]]}}]}
            """;

    private static final String LANDMARKS =
            """
            {"features":[
            {"id":"park","properties":{"name":"Oak Park"},
             "geometry":{"type":"Polygon","coordinates":
               [[[-130.0,45.2],[-130.0,45.21],[-129.99,45.21],[-129.99,45.2],[-130.0,45.2]]]}}]}
            """;

    private static final String INCIDENTS =
            """
            # id\ttitle\tcategory\tpriority\tplace\tradius metres\topens at\talerts expected
            oak\tReported fire\tFIRE\t1\tpark\t400\t2:00\t
            """;

    @TempDir private Path town;
    @TempDir private Path data;

    @BeforeEach
    void writeTheTownAndItsIncident() throws IOException {
        Files.writeString(town.resolve("streets.geojson"), STREETS);
        Files.writeString(town.resolve("landmarks.geojson"), LANDMARKS);
        Files.createDirectories(data.resolve("packs"));
        Files.writeString(data.resolve("packs/incidents.tsv"), INCIDENTS);
    }

    private List<PackPost> posts(String... rows) throws IOException {
        Files.writeString(data.resolve("packs/oak.tsv"), String.join("\n", rows) + "\n");
        return PackCorpus.read(CorpusFiles.find(data, "packs", Part.ALL), PackTown.read(town))
                .orElseThrow();
    }

    @Test
    void readsPostsWithTheirPlacesAndTheIncident() throws IOException {
        // When
        List<PackPost> posts =
                posts(
                        "# offset\tauthor\toperation\tlabel\ttext",
                        "0:01\ta001\tC\tm\tsmoke\tOak Street & Mill Lane\tREPORT\tFIRE\ty\t",
                        "0:02\ta002\tC\t\thumo\tpark\tREPORT\tFIRE\ty\tgps=park;lang=es",
                        "0:03\ta001\tD\tm\t\t-\tNONE\t\tn\t",
                        "0:04\ta003\tC\t\tgood morning\t-\tNONE\t\tn\ttag=Oak Street");

        // Then
        assertThat(posts)
                .extracting(PackPost::text)
                .containsExactly("smoke", "humo", "good morning");
        assertThat(posts).allMatch(post -> post.radiusMeters() == 400);
        assertThat(posts.get(0).truth())
                .isNotNull()
                .satisfies(
                        corner ->
                                assertThat(corner.distanceMeters(new GeoPoint(45.2, -129.99)))
                                        .isZero());
        assertThat(posts.get(1).truthAttached()).isTrue();
        assertThat(posts.get(1).languages()).containsExactly("es");
        assertThat(posts.get(2).truth()).isNull();
        assertThat(posts.get(2).attached())
                .isNotNull()
                .satisfies(tag -> assertThat(tag.evidence()).isEqualTo(PlaceEvidence.PLACE_TAG));
    }

    @Test
    void anotherTownsPacksAreNotRead() throws IOException {
        // Given
        Files.writeString(town.resolve("landmarks.geojson"), "{\"features\":[]}");

        // When, then
        assertThat(PackCorpus.read(CorpusFiles.find(data, "packs", Part.ALL), PackTown.read(town)))
                .isEmpty();
    }

    @Test
    void aPlaceThatTheTownLacksIsAnError() {
        assertThatThrownBy(() -> posts("0:01\ta001\tC\t\tsmoke\tElm Street\tREPORT\tFIRE\ty\t"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Elm Street");
    }
}
