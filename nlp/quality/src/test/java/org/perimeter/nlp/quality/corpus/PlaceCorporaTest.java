// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.nlp.quality.split.Part;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The readers of texts with known places, on invented files. */
final class PlaceCorporaTest {

    @TempDir private Path folder;

    @Test
    void idrisiHasOffsetsTypesAndCoordinatesAsStrings() throws IOException {
        // Given
        String line =
                "{\"text\":\"\uD83C\uDF0A in"
                        + " Boomtown\",\"location_mentions\":[{\"text\":\"Boomtown\",\"type\":\"City/town\",\"start_offset\":5,\"end_offset\":13,\"lat\":\"10.5\",\"lon\":\"-20.25\"}]}\n";

        // When
        PlacedPost post =
                IdrisiCorpus.read(MiniatureCorpus.of(folder, "big_flood.jsonl", line)).get(0);

        // Then
        assertThat(post.group()).isEqualTo("big_flood");
        assertThat(post.places())
                .containsExactly(
                        new PlacedPost.Place(
                                new Span(5, 13), "City/town", new GeoPoint(10.5, -20.25)));
        assertThat(post.places().get(0).span().of(post.text())).isEqualTo("Boomtown");
    }

    @Test
    void idrisiHoldsOutWholeEvents() throws IOException {
        // Given
        CorpusFiles known =
                MiniatureCorpus.of(folder, "maryland_floods_2018.jsonl", "{\"text\":\"a\"}\n");
        CorpusFiles other = MiniatureCorpus.of(folder, "other.jsonl", "{\"text\":\"b\"}\n");
        List<Path> both = List.of(known.files().get(0), other.files().get(0));

        // When
        List<PlacedPost> posts = IdrisiCorpus.read(new CorpusFiles(both, Part.HELD_OUT));

        // Then
        assertThat(posts).extracting(PlacedPost::text).containsExactly("a");
    }

    @Test
    void geoCorporaHasToponyms() throws IOException {
        // Given
        String line =
                "{\"id\":1,\"text\":\"#Boom now\",\"toponyms\":[{\"mention\":\"Boom\",\"lat\":1,"
                        + "\"lon\":2.5,\"start\":1,\"end\":5}]}\n";

        // When
        PlacedPost post = GeoCorporaCorpus.read(MiniatureCorpus.of(folder, "g.jsonl", line)).get(0);

        // Then
        assertThat(post.places())
                .containsExactly(new PlacedPost.Place(new Span(1, 5), "", new GeoPoint(1, 2.5)));
    }

    @Test
    void lglHasToponymsWithAndWithoutCoordinates() throws IOException {
        // Given
        String xml =
                """
                <?xml version="1.0" encoding="utf-8"?>
                <articles><article docid="1"><domain>gazette.example</domain>
                <text><![CDATA[Fire in Boom & Bang]]></text><toponyms count="2">
                <toponym><start>8</start><end>12</end><phrase>Boom</phrase>
                <gaztag geonameid="1"><fclass>P</fclass><lat>1.5</lat><lon>-2</lon></gaztag></toponym>
                <toponym><start>15</start><end>19</end><phrase>Bang</phrase></toponym>
                </toponyms></article></articles>
                """;

        // When
        PlacedPost post = LglCorpus.read(MiniatureCorpus.of(folder, "lgl.xml", xml)).get(0);

        // Then
        assertThat(post.text()).isEqualTo("Fire in Boom & Bang");
        assertThat(post.group()).isEqualTo("gazette.example");
        assertThat(post.places())
                .containsExactly(
                        new PlacedPost.Place(new Span(8, 12), "P", new GeoPoint(1.5, -2)),
                        new PlacedPost.Place(new Span(15, 19), "", null));
    }

    @Test
    void aHashSignIsNotPartOfAName() {
        // Given
        String text = "\uD83C\uDF0A #Boom";

        // When
        Span span = new Span(2, 7).withoutHash(text);

        // Then
        assertThat(span.of(text)).isEqualTo("Boom");
        assertThat(new Span(3, 7).withoutHash(text)).isEqualTo(new Span(3, 7));
    }
}
