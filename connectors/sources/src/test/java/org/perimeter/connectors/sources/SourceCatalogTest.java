// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.sources.cap.CapIncidentSource;
import org.perimeter.connectors.sources.directory.DirectoryPostSourceFactory;
import org.perimeter.connectors.sources.feed.FeedPostSourceFactory;
import org.perimeter.connectors.sources.jetstream.JetstreamPostSourceFactory;
import org.perimeter.connectors.sources.ndjson.NdjsonPostSourceFactory;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class SourceCatalogTest {

    @TempDir private Path folder;

    @Test
    void makesARecipeForEachSourceOfPosts() {
        // Given
        SourceCatalog catalog = catalog();

        // When
        List<PostSourceFactory> posts = catalog.posts();

        // Then
        assertThat(posts)
                .containsExactly(
                        new NdjsonPostSourceFactory(
                                "exercise",
                                "exercise",
                                folder.resolve("exercise/posts.ndjson").toString(),
                                60,
                                true),
                        new JetstreamPostSourceFactory(
                                "bluesky",
                                "bluesky",
                                "ws://127.0.0.1:6008/subscribe",
                                30_000,
                                60_000,
                                JetstreamPostSourceFactory.MAX_FRAME_CHARS),
                        new DirectoryPostSourceFactory(
                                "dropped", "exercise", folder.resolve("dropped").toString(), false),
                        new FeedPostSourceFactory(
                                "paper",
                                "web",
                                "https://paper.invalid/feed",
                                "a@b.invalid",
                                120_000,
                                1_800_000));
    }

    @Test
    void makesSourcesAlsoFromRecipesThatTravelled() throws IOException, ClassNotFoundException {
        // Given
        List<PostSourceFactory> posts = catalog().posts();

        // When
        for (PostSourceFactory recipe : posts) {
            try (PostSource source = travel(recipe).create()) {

                // Then
                assertThat(source.id()).isEqualTo(recipe.id());
            }
        }
    }

    @Test
    void makesEachSourceOfIncidentsWithItsPeriod() {
        // When
        List<IncidentFeed> feeds = catalog().incidents(Optional::empty, Clock.systemUTC());

        // Then
        assertThat(feeds).hasSize(2);
        assertThat(feeds.get(0).source().id()).isEqualTo("drawn");
        assertThat(feeds.get(0).period()).isEqualTo(Duration.ofSeconds(7));
        assertThat(feeds.get(1).source()).isInstanceOf(CapIncidentSource.class);
    }

    @Test
    void hasNothingWhenTheSectionIsLeftOut() {
        // When
        SourceCatalog catalog = SourceCatalog.of(ConfigSample.write(folder, "keys: {}\n"));

        // Then
        assertThat(catalog.posts()).isEmpty();
        assertThat(catalog.incidents(Optional::empty, Clock.systemUTC())).isEmpty();
    }

    private SourceCatalog catalog() {
        return SourceCatalog.of(
                ConfigSample.withSources(
                        folder,
                        "posts:",
                        "  - { id: exercise, type: ndjson, network: exercise,"
                                + " path: exercise/posts.ndjson, speed: 60 }",
                        "  - { id: bluesky, type: jetstream,"
                                + " url: \"ws://127.0.0.1:6008/subscribe\" }",
                        "  - { id: dropped, type: directory, network: exercise, path: dropped,"
                                + " follow: false }",
                        "  - { id: paper, type: feed, url: \"https://paper.invalid/feed\","
                                + " contact: a@b.invalid }",
                        "incidents:",
                        "  - { id: drawn, type: geojson, path: drawn.geojson, pollSeconds: 7 }",
                        "  - { id: alerts, type: cap, path: alerts }"));
    }

    private static PostSourceFactory travel(PostSourceFactory recipe)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(recipe);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PostSourceFactory) in.readObject();
        }
    }
}
