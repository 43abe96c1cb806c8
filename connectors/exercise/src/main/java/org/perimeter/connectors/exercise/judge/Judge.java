// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.scenario.Admissible;
import org.perimeter.connectors.exercise.scenario.Timeline;
import org.perimeter.connectors.exercise.scenario.TrueClaim;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.post.StoredPost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scores the evidence against the truth. A pure function of the two. What was kept for another
 * incident than the one its pack tells of counts as wrong.
 */
final class Judge {

    /** How far a place may lie from the true one and still be it, in metres. */
    static final double TOLERANCE_METERS = 250;

    private final TruthBook truth;
    private final TownPlaces places;
    private final Timeline timeline;
    private final RunEvidence evidence;
    private final Predicate<TruthPost> scope;
    private final Set<String> seen;

    Judge(TruthBook truth, TownPlaces places, Timeline timeline, RunEvidence evidence) {
        this(truth, places, timeline, evidence, post -> true);
    }

    private Judge(
            TruthBook truth,
            TownPlaces places,
            Timeline timeline,
            RunEvidence evidence,
            Predicate<TruthPost> scope) {
        this.truth = truth;
        this.places = places;
        this.timeline = timeline;
        this.evidence = evidence;
        this.scope = scope;
        this.seen =
                evidence.sightings().keySet().stream()
                        .map(document -> evidence.documents().getOrDefault(document, ""))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The judge of one incident: what was kept for it, and the pack that tells of it. */
    Judge of(OpenedIncident incident) {
        return new Judge(
                truth,
                places,
                timeline,
                evidence.of(incident),
                post -> post.pack().equals(incident.plan().id()));
    }

    /** Which posts were kept; posts about which people would disagree count neither way. */
    Score admission() {
        long right =
                evidence.sightings().entrySet().stream()
                        .filter(each -> isRightlyKept(each.getKey(), each.getValue()))
                        .count();
        long unscored =
                kept().filter(post -> post.claim().verdict() == Admissible.UNSCORED).count();
        return new Score(right, evidence.sightings().size() - unscored, wanted());
    }

    /** Whether the place that let a post in is the one that its author meant. */
    Score places() {
        long right = 0;
        long found = 0;
        for (Map.Entry<String, Sighting> each : evidence.sightings().entrySet()) {
            Optional<TruthPost> post = post(each.getKey());
            if (post.isPresent() && post.get().claim().verdict() == Admissible.UNSCORED) {
                continue;
            }
            found++;
            GeoPoint point = each.getValue().post().match().place().point();
            if (isRightlyKept(each.getKey(), each.getValue())
                    && isThere(point, post.orElseThrow().claim().place())) {
                right++;
            }
        }
        return new Score(right, found, wanted());
    }

    /** Of the kept posts that should be kept, how many have the right kind of threat language. */
    Score kinds() {
        List<Map.Entry<String, Sighting>> scored =
                evidence.sightings().entrySet().stream()
                        .filter(each -> post(each.getKey()).map(Judge::isWanted).orElse(false))
                        .toList();
        long right =
                scored.stream()
                        .filter(
                                each ->
                                        each.getValue().post().analysis().threat().kind()
                                                == post(each.getKey()).orElseThrow().claim().kind())
                        .count();
        return new Score(right, scored.size(), scored.size());
    }

    /** Deleted posts, how many of them had been stored, and how many are gone. */
    Deletes deletes() {
        List<TruthPost> deleted =
                truth.posts().stream()
                        .filter(scope)
                        .filter(post -> post.deletedAt() != null)
                        .toList();
        long stored = deleted.stream().filter(post -> wasSeen(post.key())).count();
        long still =
                evidence.stillThere().stream()
                        .flatMap(document -> post(document).stream())
                        .filter(scope)
                        .distinct()
                        .count();
        return new Deletes(deleted.size(), stored, deleted.size() - still);
    }

    /** Edited posts that were kept, and how many of them read as edited. */
    Score edits() {
        long right = 0;
        long found = 0;
        for (Map.Entry<String, Sighting> each : evidence.sightings().entrySet()) {
            Optional<TruthPost> post = post(each.getKey()).filter(TruthPost::edited);
            if (post.isPresent()) {
                found++;
                right += each.getValue().post().text().equals(post.get().text()) ? 1 : 0;
            }
        }
        return new Score(right, found, found);
    }

    /** Posts of the given pack that were kept although they must not be. */
    long wronglyKept(String pack) {
        return kept().filter(post -> post.pack().equals(pack))
                .filter(post -> post.claim().verdict().isRefused())
                .count();
    }

    /** Keys of posts that were kept although they must not be. */
    List<String> wronglyKept() {
        return kept().filter(post -> post.claim().verdict().isRefused())
                .map(TruthPost::key)
                .sorted()
                .toList();
    }

    /** Keys of posts that should have been kept and never were. */
    List<String> missed() {
        return truth.posts().stream()
                .filter(scope)
                .filter(Judge::isWanted)
                .map(TruthPost::key)
                .filter(key -> !wasSeen(key))
                .sorted()
                .toList();
    }

    /** Keys of kept posts whose place is wrong. */
    List<String> misplaced() {
        List<String> keys = new ArrayList<>();
        evidence.sightings()
                .forEach(
                        (document, sighting) ->
                                post(document)
                                        .filter(Judge::isWanted)
                                        .filter(
                                                post ->
                                                        !isThere(
                                                                sighting.post()
                                                                        .match()
                                                                        .place()
                                                                        .point(),
                                                                post.claim().place()))
                                        .ifPresent(post -> keys.add(post.key())));
        return keys.stream().sorted().toList();
    }

    /** From the release of a post to the first search that finds it, for live incidents. */
    RunLatencies latencies() {
        return new RunLatencies(
                evidence.sightings().entrySet().stream()
                        .map(each -> latency(each.getKey(), each.getValue()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Documents from before their incident opened: what the rewind brought. */
    long rewound() {
        return evidence.sightings().values().stream()
                .filter(sighting -> sighting.post().match().rewound())
                .count();
    }

    private @Nullable Long latency(String document, Sighting sighting) {
        Optional<TruthPost> post = post(document);
        Optional<OpenedIncident> incident = incident(sighting.post());
        if (post.isEmpty() || incident.isEmpty()) {
            return null;
        }
        Duration written = post.get().writtenAt();
        boolean live =
                timeline.releasedAt(written).isAfter(incident.get().acceptedAt())
                        && !post.get().edited();
        return live
                ? Duration.between(timeline.releasedAt(written), sighting.firstSeen()).toMillis()
                : null;
    }

    private Optional<OpenedIncident> incident(StoredPost post) {
        return evidence.incidents().stream()
                .filter(incident -> incident.incidentId().equals(post.incidentId()))
                .findFirst();
    }

    private boolean isThere(GeoPoint point, String place) {
        return !place.equals(TrueClaim.NOWHERE)
                && places.get(place).distanceMeters(point) <= TOLERANCE_METERS;
    }

    private long wanted() {
        return truth.posts().stream().filter(scope).filter(Judge::isWanted).count();
    }

    private static boolean isWanted(TruthPost post) {
        return post.claim().verdict() == Admissible.ADMIT;
    }

    private Stream<TruthPost> kept() {
        return evidence.sightings().keySet().stream().map(this::post).flatMap(Optional::stream);
    }

    private boolean isRightlyKept(String document, Sighting sighting) {
        Optional<TruthPost> post = post(document).filter(Judge::isWanted);
        return post.isPresent()
                && incident(sighting.post())
                        .filter(incident -> incident.plan().id().equals(post.get().pack()))
                        .isPresent();
    }

    private boolean wasSeen(String key) {
        return seen.contains(key);
    }

    private Optional<TruthPost> post(String document) {
        String key = evidence.documents().get(document);
        return key == null ? Optional.empty() : truth.find(key);
    }
}
