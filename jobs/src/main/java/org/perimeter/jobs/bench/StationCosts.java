// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.jobs.analyze.Analyzer;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.fence.FenceIndex;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What the work of each station costs for one post, on one thread, without Flink around it. */
final class StationCosts {

    private static final int POSTS = 10_000;
    private static final double NANOS_PER_MICRO = 1_000;

    private final Map<String, Double> micros = new LinkedHashMap<>();
    private List<PostEvent> events = List.of();
    private long kept;

    /** Measures each station over the same posts, once to warm up and once to count. */
    Map<String, Double> measure(
            PostSourceFactory source, Analyzer analyzer, List<Incident> incidents) {
        FenceIndex fences = new FenceIndex();
        List<Neighbourhood> around = new ArrayList<>();
        for (Incident incident : incidents) {
            FenceGeometry geometry = FenceGeometry.of(incident.fence());
            fences.add(incident.id(), geometry);
            around.add(new Neighbourhood(geometry.center(), geometry.radiusMeters()));
        }
        TypeSerializer<PostEvent> serializer =
                TypeInformation.of(PostEvent.class).createSerializer(new SerializerConfigImpl());
        time("parse", () -> events = parsed(source));
        time("serialize", () -> each(post -> roundTrip(serializer, post)));
        time("analyze", () -> each(post -> places(analyzer, post, new Around(around, fences))));
        time("match", () -> each(post -> inside(fences, post)));
        if (kept < 0) {
            throw new IllegalStateException("the work must have a result that is used");
        }
        return micros;
    }

    private static List<PostEvent> parsed(PostSourceFactory factory) {
        try (PostSource source = factory.create()) {
            source.open(SourceCursor.START);
            return source.fetch(POSTS, Duration.ZERO) instanceof FetchOutcome.Batch<PostEvent> batch
                    ? batch.items()
                    : List.of();
        }
    }

    private static int places(Analyzer analyzer, Post post, WatchedArea area) {
        return analyzer.analyze(post, area).map(read -> read.analysis().places().size()).orElse(0);
    }

    private static int inside(FenceIndex fences, Post post) {
        return post.place() == null ? 0 : fences.find(post.place().point()).size();
    }

    private void time(String station, Runnable work) {
        work.run();
        long start = System.nanoTime();
        work.run();
        micros.put(station, (System.nanoTime() - start) / NANOS_PER_MICRO / POSTS);
    }

    private void each(ToIntFunction<Post> work) {
        for (PostEvent event : events) {
            if (event.post() != null) {
                kept += work.applyAsInt(event.post());
            }
        }
    }

    /** The incidents, and nothing that is counted outside them. */
    private record Around(List<Neighbourhood> neighbourhoods, FenceIndex fences)
            implements WatchedArea {

        @Override
        public boolean isInside(GeoPoint point) {
            return !fences.find(point).isEmpty();
        }

        @Override
        public boolean isCounted(GeoPoint point) {
            return false;
        }
    }

    private static int roundTrip(TypeSerializer<PostEvent> serializer, Post post) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(512);
            serializer.serialize(PostEvent.upsert(post, 1), out);
            PostEvent read =
                    serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
            return read.postId().length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
