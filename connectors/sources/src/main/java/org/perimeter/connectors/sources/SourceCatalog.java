// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.cap.CapIncidentSource;
import org.perimeter.connectors.sources.directory.DirectoryPostSourceFactory;
import org.perimeter.connectors.sources.feed.FeedPostSourceFactory;
import org.perimeter.connectors.sources.geojson.GeoJsonIncidentSource;
import org.perimeter.connectors.sources.jetstream.JetstreamPostSourceFactory;
import org.perimeter.connectors.sources.ndjson.NdjsonPostSourceFactory;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.rulebook.Rulebook;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what a deployment reads from out of its configuration. */
public final class SourceCatalog {

    private static final long MILLIS = 1000;
    private static final long LONGEST_POLL_MILLIS = 30 * 60 * MILLIS;

    private final ConfigFile file;
    private final SourcesConfig config;

    private SourceCatalog(ConfigFile file, SourcesConfig config) {
        this.file = file;
        this.config = config;
    }

    /**
     * The sources that the section {@code sources} names; none when it is left out.
     *
     * @throws ConfigException when the section is not valid
     */
    public static SourceCatalog of(ConfigFile file) {
        return new SourceCatalog(
                file, file.section("sources", SourcesConfig.class, SourcesConfig.NONE));
    }

    /** Recipes for all sources of posts, in the order of the file. */
    public List<PostSourceFactory> posts() {
        return config.posts().stream().map(this::post).toList();
    }

    /**
     * All sources of incidents, in the order of the file.
     *
     * @param rulebook the one in force at the time of asking; empty when none is
     * @param clock the wall clock
     */
    public List<IncidentFeed> incidents(
            Supplier<Optional<Rulebook>> rulebook, InstantSource clock) {
        return config.incidents().stream()
                .map(
                        source ->
                                new IncidentFeed(
                                        incident(source, rulebook, clock),
                                        Duration.ofSeconds(source.pollSeconds())))
                .toList();
    }

    private IncidentSource incident(
            IncidentSourceConfig source,
            Supplier<Optional<Rulebook>> rulebook,
            InstantSource clock) {
        Path path = file.resolve(source.path());
        return source.type().equals(IncidentSourceConfig.CAP)
                ? new CapIncidentSource(source.id(), path, rulebook, clock)
                : new GeoJsonIncidentSource(source.id(), path, rulebook, clock);
    }

    private PostSourceFactory post(PostSourceConfig source) {
        String network = given(source.network());
        return switch (source.type()) {
            case PostSourceConfig.NDJSON ->
                    new NdjsonPostSourceFactory(
                            source.id(),
                            network,
                            file.resolve(given(source.path())).toString(),
                            given(source.speed()),
                            given(source.follow()));
            case PostSourceConfig.DIRECTORY ->
                    new DirectoryPostSourceFactory(
                            source.id(),
                            network,
                            file.resolve(given(source.path())).toString(),
                            given(source.follow()));
            case PostSourceConfig.FEED -> {
                long shortest = given(source.pollSeconds()) * MILLIS;
                yield new FeedPostSourceFactory(
                        source.id(),
                        network,
                        given(source.url()),
                        given(source.contact()),
                        shortest,
                        Math.max(shortest, LONGEST_POLL_MILLIS));
            }
            case PostSourceConfig.JETSTREAM ->
                    new JetstreamPostSourceFactory(
                            source.id(),
                            network,
                            given(source.url()),
                            given(source.idleSeconds()) * MILLIS,
                            given(source.gapSeconds()) * MILLIS,
                            JetstreamPostSourceFactory.MAX_FRAME_CHARS);
            default -> throw new IllegalStateException("no recipe for a type that is configured");
        };
    }

    /** What the configuration record has made sure of. */
    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the configuration lets a needed value be absent");
        }
        return value;
    }
}
