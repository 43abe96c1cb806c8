// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Page;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.policy.model.post.StoredPost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The stored posts of the current incident, in keyed state: admitted posts only, by document id.
 * When the job started without its state they are read back from the store, once per incident.
 */
final class AdmittedPosts implements HeldPosts {

    private static final Duration MEMORY = Duration.ofDays(40);
    private static final int PAGE = 100;

    private final PostStore store;
    private final MapState<String, AdmittedPost> held;
    private final ValueState<Long> count;

    AdmittedPosts(RuntimeContext context, PostStore store) {
        this.store = store;
        StateTtlConfig ttl = StateTtlConfig.newBuilder(MEMORY).updateTtlOnCreateAndWrite().build();
        MapStateDescriptor<String, AdmittedPost> heldDescriptor =
                new MapStateDescriptor<>(
                        "held", Types.STRING, TypeInformation.of(AdmittedPost.class));
        heldDescriptor.enableTimeToLive(ttl);
        ValueStateDescriptor<Long> countDescriptor =
                new ValueStateDescriptor<>("admitted", Types.LONG);
        countDescriptor.enableTimeToLive(ttl);
        held = context.getMapState(heldDescriptor);
        count = context.getState(countDescriptor);
    }

    @Override
    public void load(String incidentId) throws Exception {
        if (count.value() != null) {
            return;
        }
        long found = 0;
        String after = null;
        do {
            Page<StoredPost> page = store.search(query(incidentId, after));
            for (StoredPost post : page.items()) {
                // Whether it spoke is not known here; to withdraw what was never said is harmless.
                held.put(post.id(), AdmittedPost.of(post, true));
                found++;
            }
            after = page.next();
        } while (after != null);
        count.update(found);
    }

    private static PostQuery query(String incidentId, @Nullable String after) {
        return new PostQuery(incidentId, "", List.of(), null, null, null, null, null, after, PAGE);
    }

    @Override
    public @Nullable AdmittedPost find(String documentId) throws Exception {
        return held.get(documentId);
    }

    @Override
    public long admitted() throws Exception {
        Long admitted = count.value();
        return admitted == null ? 0 : admitted;
    }

    @Override
    public void put(String documentId, AdmittedPost post) throws Exception {
        if (!held.contains(documentId)) {
            count.update(admitted() + 1);
        }
        held.put(documentId, post);
    }

    @Override
    public void remove(String documentId) throws Exception {
        held.remove(documentId);
    }

    @Override
    public List<String> ofAuthor(String pseudonym) throws Exception {
        List<String> ids = new ArrayList<>();
        for (Map.Entry<String, AdmittedPost> entry : held.entries()) {
            if (entry.getValue().author().equals(pseudonym)) {
                ids.add(entry.getKey());
            }
        }
        return ids;
    }
}
