// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.passage;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.ingest.PostMemory;
import org.perimeter.jobs.ingest.SeenPost;

import java.io.IOException;
import java.time.Duration;

/**
 * What is remembered of the current post, in keyed state; deletes apart, for longer.
 *
 * <p>A source repeats at most what came since the last checkpoint, which may take ten minutes; its
 * cursor knows the rest. A post that waits is asked for again within fifteen minutes at most, rule
 * COL-10's upper bound. Half an hour covers both. A delete is believed for as long as a fence may
 * live, since a copy of its post may come late over another server.
 */
final class KeyedPostMemory implements PostMemory {

    private static final Duration SEEN = Duration.ofMinutes(30);
    private static final Duration DELETED = Duration.ofHours(6);

    private final ValueState<Long> seen;
    private final ValueState<Long> deleted;

    KeyedPostMemory(RuntimeContext context) {
        seen = versions(context, "seen-version", SEEN);
        deleted = versions(context, "deleted-version", DELETED);
    }

    private static ValueState<Long> versions(RuntimeContext context, String name, Duration memory) {
        ValueStateDescriptor<Long> descriptor = new ValueStateDescriptor<>(name, Types.LONG);
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(memory)
                        .updateTtlOnCreateAndWrite()
                        .neverReturnExpired()
                        .build());
        return context.getState(descriptor);
    }

    @Override
    public @Nullable SeenPost get() throws IOException {
        Long version = seen.value();
        if (version != null) {
            return new SeenPost(version, false);
        }
        Long gone = deleted.value();
        return gone == null ? null : new SeenPost(gone, true);
    }

    @Override
    public void put(SeenPost post) throws IOException {
        if (post.deleted()) {
            deleted.update(post.version());
            seen.clear();
        } else {
            seen.update(post.version());
            deleted.clear();
        }
    }
}
