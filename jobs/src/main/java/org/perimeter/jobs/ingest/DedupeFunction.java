// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.post.PostEvent;

import java.io.IOException;
import java.time.Duration;

/**
 * Lets every state of a post pass once: the greater version wins, and a delete beats every upsert
 * whose version is not greater, also when it arrives first.
 */
public final class DedupeFunction extends KeyedProcessFunction<String, KeyedEvent, FreshEvent> {

    private static final long serialVersionUID = 1L;

    /** As long as a fence may live; sources do not repeat themselves later than that. */
    private static final Duration MEMORY = Duration.ofHours(6);

    private transient @Nullable ValueState<SeenPost> seen;

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<SeenPost> descriptor =
                new ValueStateDescriptor<>("seen", TypeInformation.of(SeenPost.class));
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(MEMORY)
                        .updateTtlOnCreateAndWrite()
                        .neverReturnExpired()
                        .build());
        seen = getRuntimeContext().getState(descriptor);
    }

    @Override
    @Control("RET-03")
    public void processElement(KeyedEvent keyed, Context context, Collector<FreshEvent> out)
            throws IOException {
        if (seen == null) {
            throw new IllegalStateException("not opened");
        }
        PostEvent event = keyed.event();
        SeenPost before = seen.value();
        if (!SeenPost.isNews(event, before)) {
            return;
        }
        seen.update(SeenPost.of(event));
        out.collect(new FreshEvent(event, before != null));
    }
}
