// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.perimeter.jobs.analyze.Analyzer;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.fence.FenceIndex;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.CollectionGate;
import org.perimeter.policy.rules.CollectionInput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What the work of each station costs for one post, on one thread, without Flink around it. */
final class StationCosts {

    private static final int POSTS = 5_000;
    private static final int FIRST = 10_000_000;
    private static final double NANOS_PER_MICRO = 1_000;

    private final Map<String, Double> micros = new LinkedHashMap<>();
    private long kept;

    /** Measures each station over the same posts, once to warm up and once to count. */
    Map<String, Double> measure(Analyzer analyzer, Rulebook rulebook, List<Incident> incidents) {
        FenceIndex fences = new FenceIndex();
        incidents.forEach(i -> fences.add(i.id(), FenceGeometry.of(i.fence())));
        TypeSerializer<PostEvent> serializer =
                TypeInformation.of(PostEvent.class).createSerializer(new SerializerConfigImpl());
        Instant now = Instant.now();
        time("serialize", post -> roundTrip(serializer, post));
        time(
                "collect",
                post ->
                        CollectionGate.decide(
                                        new CollectionInput(
                                                post.source(),
                                                post.network(),
                                                now,
                                                rulebook,
                                                ReasonCode.ALLOWED,
                                                true,
                                                now,
                                                now))
                                .ruleId()
                                .length());
        time(
                "analyze",
                post ->
                        analyzer.analyze(post, List.of())
                                .map(read -> read.analysis().places().size())
                                .orElse(0));
        time("match", post -> post.place() == null ? 0 : fences.find(post.place().point()).size());
        if (kept < 0) {
            throw new IllegalStateException("the work must have a result that is used");
        }
        return micros;
    }

    private void time(String station, ToIntFunction<Post> work) {
        run(work);
        long start = System.nanoTime();
        run(work);
        double total = (System.nanoTime() - start) / NANOS_PER_MICRO;
        micros.put(station, Math.round(total / POSTS * 100) / 100.0);
    }

    private void run(ToIntFunction<Post> work) {
        for (int i = 0; i < POSTS; i++) {
            kept += work.applyAsInt(GeneratedPosts.post(FIRST + i));
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
