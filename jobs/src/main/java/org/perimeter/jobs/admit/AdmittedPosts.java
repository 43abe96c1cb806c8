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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stored posts of the current incident, in keyed state: admitted posts only, by document id.
 *
 * <p>The store is asked once per incident after every start: the state may be missing, or older
 * than the store. What came from the rewind after the last checkpoint is in no source's cursor, so
 * that only the store knows of it.
 */
final class AdmittedPosts implements HeldPosts {

    private static final Duration MEMORY = Duration.ofDays(40);
    private static final int PAGE = 100;

    /** Longer than a restart takes, and the erasures that the sink had under way. */
    private static final Duration LATELY = Duration.ofHours(1);

    private final PostStore store;
    private final boolean restored;
    private final Set<String> compared = new HashSet<>();
    private final MapState<String, Long> recovered;
    private final MapState<String, Long> erasedLately;
    private final MapState<String, AdmittedPost> held;
    private final ValueStateDescriptor<Long> countDescriptor;
    private final ValueState<Long> count;

    /**
     * @param restored whether the state is that of a checkpoint, which may be older than the store
     */
    AdmittedPosts(RuntimeContext context, PostStore store, boolean restored) {
        this.store = store;
        this.restored = restored;
        StateTtlConfig ttl = StateTtlConfig.newBuilder(MEMORY).updateTtlOnCreateAndWrite().build();
        recovered = versions(context, "recovered");
        erasedLately = versions(context, "erased-lately");
        MapStateDescriptor<String, AdmittedPost> heldDescriptor =
                new MapStateDescriptor<>(
                        "held", Types.STRING, TypeInformation.of(AdmittedPost.class));
        heldDescriptor.enableTimeToLive(ttl);
        countDescriptor = new ValueStateDescriptor<>("admitted", Types.LONG);
        countDescriptor.enableTimeToLive(ttl);
        held = context.getMapState(heldDescriptor);
        count = context.getState(countDescriptor);
    }

    /** The state that every incident has which was ever asked about. */
    ValueStateDescriptor<Long> everyIncident() {
        return countDescriptor;
    }

    private static MapState<String, Long> versions(RuntimeContext context, String name) {
        MapStateDescriptor<String, Long> descriptor =
                new MapStateDescriptor<>(name, Types.STRING, Types.LONG);
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(LATELY)
                        .updateTtlOnCreateAndWrite()
                        .neverReturnExpired()
                        .build());
        return context.getMapState(descriptor);
    }

    @Override
    public List<StoredPost> load(String incidentId) throws Exception {
        if (compared.contains(incidentId)) {
            return List.of();
        }
        if (restored && compared.isEmpty()) {
            store.refresh();
        }
        long admitted = admitted();
        List<StoredPost> unknown = new ArrayList<>();
        String after = null;
        do {
            Page<StoredPost> page = store.search(query(incidentId, after));
            for (StoredPost post : page.items()) {
                AdmittedPost known = held.get(post.id());
                boolean news = known == null ? !erased(post) : known.version() < post.version();
                if (news) {
                    // Whether it spoke is not known; to withdraw what was never said is harmless.
                    held.put(post.id(), AdmittedPost.of(post, true));
                    admitted += known == null ? 1 : 0;
                    unknown.add(post);
                }
            }
            after = page.next();
        } while (after != null);
        count.update(admitted);
        compared.add(incidentId);
        if (!restored) {
            // Earlier processes have told of them.
            return List.of();
        }
        for (StoredPost post : unknown) {
            recovered.put(post.id(), post.version());
        }
        return unknown;
    }

    /** Its erasure may still be on the way to the store. */
    private boolean erased(StoredPost post) throws Exception {
        Long version = erasedLately.get(post.id());
        return version != null && version >= post.version();
    }

    @Override
    public boolean isRecovered(String documentId, long version) throws Exception {
        Long known = recovered.get(documentId);
        return known != null && known == version;
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
        recovered.remove(documentId);
    }

    @Override
    public void remove(String documentId) throws Exception {
        AdmittedPost gone = held.get(documentId);
        if (gone != null) {
            erasedLately.put(documentId, gone.version());
        }
        held.remove(documentId);
        recovered.remove(documentId);
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
