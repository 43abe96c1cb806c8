// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.city.TruePlace;
import org.perimeter.connectors.exercise.judge.TruthPost;
import org.perimeter.connectors.exercise.scenario.Extras;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.scenario.TrueClaim;
import org.perimeter.policy.model.reading.ThreatKind;

/** What sort of post the truth says it is, so that one sees where mistakes come from. */
public enum KindOfPost {
    /** Reports the incident. */
    REPORT,
    /** Announces harm that is the incident's. */
    THREAT,
    /** About the incident without a report or threat: sirens, closures, questions, denials. */
    ABOUT,
    /** About the incident, but without a place. */
    ABOUT_UNPLACED,
    /** A real report or threat of something else. */
    ELSEWHERE_REPORT,
    /** Daily life inside the fence, by a name in its text. */
    DAILY_INSIDE_BY_NAME,
    /** Daily life inside the fence, by the position it carries. */
    DAILY_INSIDE_BY_POSITION,
    /** Daily life elsewhere, or nowhere. */
    DAILY_ELSEWHERE,
    /** Of the ordinary stream, with a position. */
    ORDINARY_BY_POSITION,
    /** Of the ordinary stream, without a position. */
    ORDINARY,
    /** People would disagree. */
    UNSCORED;

    /**
     * The kind of a post.
     *
     * @param plan of the incident that the post's pack tells of; null when it tells of none
     */
    static KindOfPost of(TruthPost post, @Nullable IncidentPlan plan, TownPlaces places) {
        TrueClaim claim = post.claim();
        boolean positioned = position(post.extras()) != null;
        if (post.isOrdinary()) {
            return positioned ? ORDINARY_BY_POSITION : ORDINARY;
        }
        return switch (claim.verdict()) {
            case ADMIT -> about(claim.kind());
            case UNPLACED -> ABOUT_UNPLACED;
            case UNSCORED -> UNSCORED;
            case REFUSE -> {
                if (claim.kind() != ThreatKind.NONE) {
                    yield ELSEWHERE_REPORT;
                }
                if (positioned && isInside(position(post.extras()), plan, places)) {
                    yield DAILY_INSIDE_BY_POSITION;
                }
                yield isInside(claim.place(), plan, places)
                        ? DAILY_INSIDE_BY_NAME
                        : DAILY_ELSEWHERE;
            }
        };
    }

    /** Whether posts of this kind are to be kept. */
    boolean isWanted() {
        return this == REPORT || this == THREAT || this == ABOUT;
    }

    private static KindOfPost about(ThreatKind kind) {
        return switch (kind) {
            case REPORT -> REPORT;
            case THREAT -> THREAT;
            case NONE -> ABOUT;
        };
    }

    private static @Nullable String position(Extras extras) {
        return extras.gps() == null ? extras.tag() : extras.gps();
    }

    private static boolean isInside(
            @Nullable String key, @Nullable IncidentPlan plan, TownPlaces places) {
        if (key == null || key.equals(TrueClaim.NOWHERE) || plan == null) {
            return false;
        }
        TruePlace place = places.get(key);
        return place.distanceMeters(places.get(plan.place()).point()) <= plan.radiusMeters();
    }
}
