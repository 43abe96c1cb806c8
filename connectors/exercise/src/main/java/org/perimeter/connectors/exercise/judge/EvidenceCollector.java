// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.PostStore;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.retention.RetentionSlice;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.key.IncidentKey;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.incident.Incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the evidence from the store and the key folder when the exercise is over. */
final class EvidenceCollector {

    private static final int MOST_ALERTS = 1_000;

    private final Stores stores;
    private final IncidentKeys keys;
    private final TruthBook truth;

    EvidenceCollector(Stores stores, IncidentKeys keys, TruthBook truth) {
        this.stores = stores;
        this.keys = keys;
        this.truth = truth;
    }

    RunEvidence collect(List<OpenedIncident> incidents, StoreObserver observer) {
        stores.posts().refresh();
        observer.lookAtAll();
        Map<String, Sighting> sightings = observer.sightings();
        Map<String, String> documents = new HashMap<>();
        List<Alert> alerts = new ArrayList<>();
        for (OpenedIncident incident : incidents) {
            // Without a key nothing can have been stored for the incident.
            Optional<IncidentKey> key = keys.find(incident.incidentId());
            key.ifPresent(found -> documents.putAll(truth.documents(found)));
            // What was only suggested to the analyst raised no alarm.
            stores.alerts().list(incident.incidentId(), MOST_ALERTS).stream()
                    .filter(alert -> alert.telling().times() > 0)
                    .forEach(alerts::add);
        }
        long held = stores.posts().slices().stream().mapToLong(RetentionSlice::documents).sum();
        return new RunEvidence(
                incidents,
                sightings,
                documents,
                stillThere(documents),
                alerts,
                stores.tallies().total(),
                held,
                Math.max(0, held - ofIncidents(incidents)) + outsideFence(incidents, sightings));
    }

    private List<String> stillThere(Map<String, String> documents) {
        PostStore posts = stores.posts();
        List<String> still = new ArrayList<>();
        documents.forEach(
                (document, key) -> {
                    boolean deleted =
                            truth.find(key).map(post -> post.deletedAt() != null).orElse(false);
                    if (deleted
                            && (posts.find(document).isPresent()
                                    || posts.findIdentity(document).isPresent())) {
                        still.add(document);
                    }
                });
        return still;
    }

    private long ofIncidents(List<OpenedIncident> incidents) {
        return incidents.stream()
                .mapToLong(
                        incident ->
                                stores.posts().count(PostQuery.newest(incident.incidentId(), 1)))
                .sum();
    }

    private long outsideFence(List<OpenedIncident> incidents, Map<String, Sighting> sightings) {
        long outside = 0;
        for (OpenedIncident opened : incidents) {
            Incident incident = stores.incidents().find(opened.incidentId()).orElseThrow();
            FenceGeometry fence = FenceGeometry.of(incident.fence());
            outside +=
                    sightings.values().stream()
                            .map(Sighting::post)
                            .filter(post -> post.incidentId().equals(opened.incidentId()))
                            .filter(post -> !fence.contains(post.match().place().point()))
                            .count();
        }
        return outside;
    }
}
