// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.score.KeptPost;
import org.perimeter.connectors.exercise.score.PostTrace;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fence.CandidateKind;
import org.perimeter.jobs.fence.CandidatePlaces;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.rules.PlaceRule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what became of the posts of an exercise. What an author deleted was kept all the same;
 * what an edit took out of the fence was not.
 */
final class Evidence implements PassageListener {

    private final ControlView control;
    private final Map<String, String> keys;
    private final Map<String, PostTrace> traces = new HashMap<>();
    private final Map<String, Analysis> closest = new HashMap<>();
    private final Map<String, KeptPost> kept = new LinkedHashMap<>();
    private final Map<String, List<Alert>> alerts = new LinkedHashMap<>();

    /**
     * @param keys address of a post to its key
     */
    Evidence(ControlView control, Map<String, String> keys) {
        this.control = control;
        this.keys = keys;
    }

    List<KeptPost> kept() {
        return List.copyOf(kept.values());
    }

    List<List<Alert>> alerts() {
        return List.copyOf(alerts.values());
    }

    Map<String, PostTrace> traces() {
        return Map.copyOf(traces);
    }

    /** The same reading; what it says is noted. */
    CloseStation listenTo(CloseStation closely) {
        return (post, first, incident) -> {
            Analysis both = closely.read(post, first, incident);
            closest.put(post.id(), both);
            return both;
        };
    }

    @Override
    public void read(Post post, Analysis analysis) {
        trace(post, new PostTrace(analysis, bestPlace(post, analysis), "no fence"));
    }

    @Override
    public void judged(Candidate candidate, @Nullable PolicyDecision decision) {
        Post post = candidate.event().post();
        Analysis analysis = candidate.analysis();
        Match match = candidate.match();
        if (candidate.kind() == CandidateKind.MATCHED
                && post != null
                && analysis != null
                && match != null
                && decision != null) {
            trace(
                    post,
                    new PostTrace(
                            closest.getOrDefault(post.id(), analysis),
                            match.place().point(),
                            decision.outcome() + " " + decision.reason()));
        }
        String erased = candidate.incidentId() + " " + candidate.event().postId();
        boolean dropped = decision != null && !decision.allows();
        boolean leftTheFence =
                candidate.kind() == CandidateKind.WITHDRAW_POST
                        && candidate.event().operation() == PostOperation.UPSERT;
        if (dropped || leftTheFence) {
            kept.remove(erased);
        } else if (decision != null && match != null) {
            keep(candidate.event(), candidate.incidentId(), match);
        }
    }

    private void keep(PostEvent event, String incidentId, Match match) {
        String key = keys.get(event.postId());
        if (key != null) {
            kept.put(
                    incidentId + " " + event.postId(),
                    new KeptPost(incidentId, key, match.place().point()));
        }
    }

    private void trace(Post post, PostTrace trace) {
        String key = keys.get(post.id());
        if (key != null) {
            traces.put(key, trace);
        }
    }

    /** By which place it could be let in, were there a fence around it. */
    private @Nullable GeoPoint bestPlace(Post post, Analysis analysis) {
        PlaceRule rule = control.placeRule();
        List<PlaceMention> places = CandidatePlaces.of(post, analysis, rule);
        return places.isEmpty() || rule == null || rule.judge(places.get(0)) != ReasonCode.ALLOWED
                ? null
                : places.get(0).point();
    }

    @Override
    public void written(PostWrite write) {
        // The gate's decision has said it already.
    }

    @Override
    public void alerted(Alert alert) {
        alerts.computeIfAbsent(alert.id(), id -> new ArrayList<>()).add(alert);
    }
}
