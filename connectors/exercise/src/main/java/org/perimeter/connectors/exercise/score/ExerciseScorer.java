// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.judge.AlertTruth;
import org.perimeter.connectors.exercise.judge.Score;
import org.perimeter.connectors.exercise.judge.TruthBook;
import org.perimeter.connectors.exercise.judge.TruthPost;
import org.perimeter.connectors.exercise.scenario.Admissible;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.ExpectedAlert;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.scenario.TrueClaim;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores what came of an exercise against its truth. A pure function of the two. */
public final class ExerciseScorer {

    /** How far a place may lie from the true one and still be it, in metres. */
    private static final double TOLERANCE_METERS = 250;

    private static final Set<AlertState> STANDING = Set.of(AlertState.RAISED, AlertState.CONFIRMED);

    private final TruthBook truth;
    private final TownPlaces places;
    private final PlayedExercise played;
    private final AlertTruth alerts;
    private final Map<String, IncidentPlan> plans = new HashMap<>();
    private final Set<String> keptForOwn = new HashSet<>();
    private final List<WrongPost> wrong = new ArrayList<>();
    private final List<JudgedAlert> judged = new ArrayList<>();

    private ExerciseScorer(Exercise exercise, TownPlaces places, PlayedExercise played) {
        this.truth = new TruthBook(exercise);
        this.places = places;
        this.played = played;
        this.alerts = new AlertTruth(truth, played.documents());
        exercise.incidents().forEach(plan -> plans.put(plan.id(), plan));
    }

    /** The counts. */
    public static ExerciseScore score(Exercise exercise, TownPlaces places, PlayedExercise played) {
        return new ExerciseScorer(exercise, places, played).score();
    }

    private ExerciseScore score() {
        Map<String, Tally> tallies = new HashMap<>();
        played.incidents().keySet().forEach(id -> tallies.put(id, new Tally()));
        for (KeptPost kept : played.kept()) {
            TruthPost post = truth.find(kept.key()).orElse(null);
            Tally tally = tallies.get(kept.incidentId());
            IncidentPlan plan = played.incidents().get(kept.incidentId());
            if (post != null && tally != null && plan != null) {
                take(kept, post, plan, tally);
            }
        }
        Map<KindOfPost, KindCounts> kinds = kinds();
        List<IncidentScore> scores = new ArrayList<>();
        played.incidents()
                .forEach(
                        (id, plan) ->
                                scores.add(score(id, plan, tallies.getOrDefault(id, new Tally()))));
        scores.sort((a, b) -> a.plan().id().compareTo(b.plan().id()));
        return new ExerciseScore(scores, kinds, wrong, judged);
    }

    private void take(KeptPost kept, TruthPost post, IncidentPlan plan, Tally tally) {
        if (post.claim().verdict() == Admissible.UNSCORED) {
            return;
        }
        boolean right = isWanted(post) && post.pack().equals(plan.id());
        tally.kept++;
        tally.keptOfPacks += post.isOrdinary() ? 0 : 1;
        if (right) {
            tally.right++;
            keptForOwn.add(kept.key());
            tally.rightPlace += isThere(kept.place(), post.claim().place()) ? 1 : 0;
        } else {
            wrong.add(wrong("kept", post));
        }
    }

    private IncidentScore score(String id, IncidentPlan plan, Tally tally) {
        long wanted = 0;
        Score place = new Score(0, 0, 0);
        for (TruthPost post : truth.posts()) {
            if (post.pack().equals(plan.id()) && post.claim().verdict() != Admissible.UNSCORED) {
                wanted += isWanted(post) ? 1 : 0;
                place = place.plus(place(post));
            }
        }
        return new IncidentScore(
                plan,
                new Score(tally.right, tally.kept, wanted),
                new Score(tally.right, tally.keptOfPacks, wanted),
                place,
                new Score(tally.rightPlace, tally.kept, wanted),
                alerts(id, plan));
    }

    private Score place(TruthPost post) {
        PostTrace trace = played.traces().get(post.key());
        if (post.claim().place().equals(TrueClaim.NOWHERE)) {
            return new Score(0, 0, 0);
        }
        GeoPoint found = trace == null ? null : trace.place();
        boolean right = found != null && isThere(found, post.claim().place());
        if (found != null && !right) {
            wrong.add(wrong("misplaced", post));
        }
        return new Score(right ? 1 : 0, found == null ? 0 : 1, 1);
    }

    private AlertCounts alerts(String id, IncidentPlan plan) {
        AlertCounts counts = AlertCounts.NONE;
        Set<ExpectedAlert> found = new HashSet<>();
        for (List<Alert> versions : played.alerts()) {
            Alert stood = lastStanding(versions);
            Alert last = stood == null ? versions.get(versions.size() - 1) : stood;
            if (!last.incidentId().equals(id)) {
                continue;
            }
            boolean right = alerts.isRight(plan, last);
            judged.add(judged(plan, versions, last, right));
            if (stood == null) {
                continue;
            }
            boolean confirmed =
                    versions.stream().anyMatch(alert -> alert.state() == AlertState.CONFIRMED);
            if (right) {
                found.add(new ExpectedAlert(stood.kind(), stood.category()));
            }
            counts =
                    counts.plus(
                            new AlertCounts(
                                    1,
                                    right ? 1 : 0,
                                    0,
                                    0,
                                    confirmed ? 1 : 0,
                                    confirmed && right ? 1 : 0));
        }
        return counts.plus(new AlertCounts(0, 0, plan.alerts().size(), found.size(), 0, 0));
    }

    private JudgedAlert judged(
            IncidentPlan plan, List<Alert> versions, Alert alert, boolean right) {
        List<String> posts =
                alert.postIds().stream()
                        .map(id -> played.documents().getOrDefault(id, id))
                        .toList();
        return new JudgedAlert(plan.id(), versions, alert, right, alerts.supporting(alert), posts);
    }

    /** The newest version that stood before people; null when none did. */
    private static @Nullable Alert lastStanding(List<Alert> versions) {
        Alert stood = null;
        for (Alert version : versions) {
            stood = STANDING.contains(version.state()) ? version : stood;
        }
        return stood;
    }

    private Map<KindOfPost, KindCounts> kinds() {
        Map<KindOfPost, KindCounts> kinds = new EnumMap<>(KindOfPost.class);
        Set<String> keptAtAll = new HashSet<>();
        played.kept().forEach(kept -> keptAtAll.add(kept.key()));
        for (TruthPost post : truth.posts()) {
            KindOfPost kind = kind(post);
            boolean kept =
                    kind.isWanted()
                            ? keptForOwn.contains(post.key())
                            : keptAtAll.contains(post.key());
            kinds.merge(kind, new KindCounts(1, kept ? 1 : 0), KindCounts::plus);
            if (kind.isWanted() && !kept) {
                wrong.add(wrong("missed", post));
            }
        }
        return kinds;
    }

    private WrongPost wrong(String mistake, TruthPost post) {
        return new WrongPost(mistake, kind(post), post, played.traces().get(post.key()));
    }

    private KindOfPost kind(TruthPost post) {
        return KindOfPost.of(post, plans.get(post.pack()), places);
    }

    private boolean isThere(GeoPoint point, String place) {
        return places.get(place).distanceMeters(point) <= TOLERANCE_METERS;
    }

    private static boolean isWanted(TruthPost post) {
        return post.claim().verdict() == Admissible.ADMIT;
    }

    /** Counts of one incident while they grow. */
    private static final class Tally {
        private long kept;
        private long keptOfPacks;
        private long right;
        private long rightPlace;
    }
}
