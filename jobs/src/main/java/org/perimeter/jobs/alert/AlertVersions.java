// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.place.PlaceMention;
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

/** Writes the versions of alerts. */
final class AlertVersions {

    private static final int MOST_POSTS = 50;
    private static final int ID_LENGTH = 32;

    private AlertVersions() {}

    /** The stable id of the alert of one incident, kind and category. */
    static String id(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The alert as its support now has it; the one before when nothing of it changed. */
    static @Nullable Alert bySupport(
            AlertSignal signal,
            AlertMemory memory,
            AlertState state,
            String rulebookHash,
            Instant now) {
        Alert before = memory.alert();
        List<AlertSupport> supports = memory.supports();
        if (supports.isEmpty()) {
            return before == null ? null : withState(before, state, 0, List.of(), now);
        }
        List<String> posts =
                supports.stream().map(AlertSupport::documentId).limit(MOST_POSTS).toList();
        int authors = IndependentVoices.count(supports);
        if (before != null
                && before.state() == state
                && before.authors() == authors
                && before.postIds().equals(posts)) {
            return before;
        }
        return new Alert(
                id(signal.key()),
                signal.incidentId(),
                signal.kind(),
                signal.category(),
                state,
                before == null
                        ? supports.get(supports.size() - 1).witnessedAt()
                        : before.raisedAt(),
                now,
                authors,
                posts,
                bestPlace(supports),
                supports.stream().mapToDouble(AlertSupport::score).max().orElse(0),
                new PolicyDecision(
                        Outcome.ADMIT, RuleId.ALERT_RAISE, ReasonCode.ALLOWED, rulebookHash),
                before == null ? 1 : before.sequence() + 1);
    }

    /** The alert in another state, for a reason outside its support. */
    static Alert withState(Alert before, AlertState state, Instant now) {
        return withState(before, state, before.authors(), before.postIds(), now);
    }

    private static Alert withState(
            Alert before, AlertState state, int authors, List<String> posts, Instant now) {
        return new Alert(
                before.id(),
                before.incidentId(),
                before.kind(),
                before.category(),
                state,
                before.raisedAt(),
                now,
                authors,
                posts,
                before.place(),
                before.score(),
                before.decision(),
                before.sequence() + 1);
    }

    /** The place that most posts name; of several, the one that is known most finely. */
    private static PlaceMention bestPlace(List<AlertSupport> supports) {
        Map<String, Integer> named = new HashMap<>();
        for (AlertSupport support : supports) {
            named.merge(support.place().placeId(), 1, Integer::sum);
        }
        return supports.stream()
                .map(AlertSupport::place)
                .max(
                        Comparator.<PlaceMention>comparingInt(
                                        place -> named.getOrDefault(place.placeId(), 0))
                                .thenComparingDouble(place -> -place.radiusMeters()))
                .orElseThrow();
    }
}
