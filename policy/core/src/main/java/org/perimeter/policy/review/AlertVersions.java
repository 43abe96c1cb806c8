// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.review;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.alerting.AlertEvidence;
import org.perimeter.policy.alerting.AlertHypothesis;
import org.perimeter.policy.alerting.AlertRuleName;
import org.perimeter.policy.alerting.CategoryGroup;
import org.perimeter.policy.alerting.Weighing;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.alert.AlertTelling;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.rulebook.RuleId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes the versions of alerts, and decides which of them are told outside. */
public final class AlertVersions {

    private static final int MOST_POSTS = 50;
    private static final int ID_LENGTH = 32;

    private AlertVersions() {}

    /** The stable id of the alert of one incident, kind and group of categories. */
    public static String id(String incidentId, ThreatKind kind, CategoryGroup group) {
        String key = kind + "|" + group + "|" + incidentId;
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The alert as it reads now; the version before when nothing that people see changed. */
    static @Nullable Alert next(
            AlertHypothesis hypothesis,
            @Nullable Weighing weighing,
            AlertState state,
            ReviewTerms terms) {
        Alert before = hypothesis.alert();
        if (weighing == null) {
            return before == null ? null : silent(before, state, terms.now());
        }
        List<AlertEvidence> evidence = weighing.posts();
        List<String> posts =
                evidence.stream().map(AlertEvidence::documentId).limit(MOST_POSTS).toList();
        if (before != null
                && before.state() == state
                && before.category() == weighing.category()
                && before.authors() == weighing.voices()
                && before.denials() == weighing.denials()
                && before.postIds().equals(posts)) {
            return before;
        }
        return new Alert(
                id(terms.incident().id(), hypothesis.kind(), hypothesis.group()),
                terms.incident().id(),
                hypothesis.kind(),
                weighing.category(),
                state,
                before == null
                        ? terms.rules()
                                .times()
                                .round(evidence.get(evidence.size() - 1).witnessedAt())
                        : before.raisedAt(),
                terms.now(),
                weighing.voices(),
                weighing.denials(),
                posts,
                bestPlace(evidence),
                evidence.stream().mapToDouble(AlertEvidence::score).max().orElse(0),
                weighing.probability(),
                new PolicyDecision(
                        Outcome.ADMIT,
                        RuleId.ALERT_RAISE,
                        ReasonCode.ALLOWED,
                        terms.rules().rulebookHash()),
                terms.models(),
                terms.past(AlertRuleName.of(hypothesis.kind(), hypothesis.group())),
                before == null ? 1 : before.sequence() + 1,
                telling(before, state, weighing.voices()));
    }

    /** Nobody speaks for it any more. */
    private static Alert silent(Alert before, AlertState state, Instant now) {
        if (before.state() == state && before.authors() == 0) {
            return before;
        }
        return new Alert(
                before.id(),
                before.incidentId(),
                before.kind(),
                before.category(),
                state,
                before.raisedAt(),
                now,
                0,
                before.denials(),
                List.of(),
                before.place(),
                0,
                0,
                before.decision(),
                before.models(),
                before.past(),
                before.sequence() + 1,
                telling(before, state, 0));
    }

    /**
     * Outsiders hear of changes of state and of doublings; of a suggestion they hear nothing, and
     * so nothing of its end either.
     */
    private static AlertTelling telling(@Nullable Alert before, AlertState state, int voices) {
        AlertTelling told = before == null ? AlertTelling.NONE : before.telling();
        boolean speaks = state == AlertState.RAISED || state == AlertState.CONFIRMED;
        boolean changed = before == null || before.state() != state;
        boolean doubled = speaks && voices >= 2 * told.voices();
        boolean now = (changed || doubled) && (speaks || (told.times() > 0 && !state.stands()));
        return now
                ? new AlertTelling(true, told.times() + 1, voices)
                : new AlertTelling(false, told.times(), told.voices());
    }

    /** The place that most posts name; of several, the one that is known most finely. */
    private static PlaceMention bestPlace(List<AlertEvidence> evidence) {
        Map<String, Integer> named = new HashMap<>();
        for (AlertEvidence post : evidence) {
            named.merge(post.place().placeId(), 1, Integer::sum);
        }
        return evidence.stream()
                .map(AlertEvidence::place)
                .max(
                        Comparator.<PlaceMention>comparingInt(
                                        place -> named.getOrDefault(place.placeId(), 0))
                                .thenComparingDouble(place -> -place.radiusMeters()))
                .orElseThrow();
    }
}
